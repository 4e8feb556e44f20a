/** Reads files, folders and links of the system; each answer tells absent, denied and failed apart. */
import { readdir, readFile, readlink, realpath, stat, statfs } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { type Reading, type TextReading, unreadFrom } from './reading.ts'

/** No file the probes read is larger in earnest; a log that grew without bound is not worth the memory. */
const MAX_FILE_BYTES = 16 * 1024 * 1024

export type VolumeSize = { readonly sizeBytes: number; readonly freeBytes: number }

export async function readText(path: string): Promise<TextReading> {
  return attempt(path, async () => (await readBounded(path)).toString('utf8'))
}

export async function readBytes(path: string): Promise<Reading<number[]>> {
  return attempt(path, async () => [...(await readBounded(path))])
}

export async function readGzipText(path: string): Promise<TextReading> {
  return attempt(path, async () => gunzipSync(await readBounded(path), { maxOutputLength: MAX_FILE_BYTES }).toString('utf8'))
}

async function readBounded(path: string): Promise<Buffer> {
  // Files of /proc and /sys say size 0, so only the others can be refused before reading.
  const { size } = await stat(path)
  if (size > MAX_FILE_BYTES) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
  return readFile(path)
}

export async function listFolder(path: string): Promise<Reading<string[]>> {
  return attempt(path, async () => (await readdir(path)).sort())
}

export async function readLink(path: string): Promise<TextReading> {
  return attempt(path, () => readlink(path))
}

/** The path behind every link, as sysfs needs to tell on which bus a device sits. */
export async function resolvePath(path: string): Promise<TextReading> {
  return attempt(path, () => realpath(path))
}

export async function modifiedAt(path: string): Promise<TextReading> {
  return attempt(path, async () => (await stat(path)).mtime.toISOString())
}

/** Room of a volume; free is what an ordinary user may still write. */
export async function volumeSize(path: string): Promise<Reading<VolumeSize>> {
  return attempt(path, async () => {
    const { bsize, blocks, bavail } = await statfs(path)
    return { sizeBytes: bsize * blocks, freeBytes: bsize * bavail }
  })
}

async function attempt<T>(path: string, read: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { kind: 'read', value: await read() }
  } catch (error) {
    return unreadFrom(error, path)
  }
}
