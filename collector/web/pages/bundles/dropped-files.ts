/** The files of a drop: those dropped as they are, and of folders whatever in them ends like a bundle. */
import { BUNDLE_ENDING } from '@somay/shared/bundle-file.ts'

/** Must be called while the drop is handled: the browser forgets what was dropped right after. */
export function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const dropped = [...transfer.items].filter(({ kind }) => kind === 'file')
  const found = dropped.map((item) => {
    const entry = item.webkitGetAsEntry()
    const file = item.getAsFile()
    return entry?.isDirectory ? bundlesIn(entry as FileSystemDirectoryEntry) : Promise.resolve(file ? [file] : [])
  })
  return Promise.all(found).then((lists) => lists.flat())
}

async function bundlesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const found: File[] = []
  for (const entry of await entriesOf(folder)) {
    if (entry.isDirectory) found.push(...(await bundlesIn(entry as FileSystemDirectoryEntry)))
    else if (entry.name.toLowerCase().endsWith(BUNDLE_ENDING)) found.push(...(await fileOf(entry as FileSystemFileEntry)))
  }
  return found
}

/** The browser hands a folder out in portions; an empty one is the end. A folder that may not be read holds nothing for us. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])))
    if (portion.length === 0) return all
    all.push(...portion)
  }
}

/** None when it went away since the folder was read. */
function fileOf(entry: FileSystemFileEntry): Promise<File[]> {
  return new Promise((resolve) =>
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    ),
  )
}
