/** Whether a host is on a bypass list as Windows and macOS write them: names with stars, `<local>` for names without a dot. Pure. */

export function isBypassed(hostName: string, list: readonly string[]): boolean {
  const host = hostName.toLowerCase()
  return list.some((entry) => (entry.toLowerCase() === '<local>' ? !host.includes('.') && !host.includes(':') : matches(host, entry)))
}

function matches(host: string, entry: string): boolean {
  const pattern = entry
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/:\d+$/, '')
  if (pattern === '') return false
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  // A leading dot stands for every name below.
  return new RegExp(`^${pattern.startsWith('.') ? '.*' : ''}${escaped}$`).test(host)
}
