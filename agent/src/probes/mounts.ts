/** Parses the kernel's list of mounts; used for volumes and to find the disk that holds the system. */

export type Mount = { readonly device: string; readonly mount: string; readonly fileSystem: string }

/** /proc/self/mounts escapes space, tab, newline and backslash as octal (fstab(5)). */
export function parseMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [device, mount, fileSystem] = line.split(' ')
    if (device === undefined || mount === undefined || fileSystem === undefined) return []
    return [{ device: unescapeOctal(device), mount: unescapeOctal(mount), fileSystem }]
  })
}

function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
}
