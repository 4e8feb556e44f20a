/** A PC that tells its agent nothing at all, for one reason throughout. */
import type { Platform } from '#agent/platform/platform.ts'
import type { Unread } from '#agent/platform/reading.ts'

export function refusingPlatform(kind: Unread['kind']): Platform {
  const unread = async (path: string): Promise<Unread> => ({ kind, detail: `${path}: refused` })
  return {
    os: 'linux',
    isRoot: true,
    now: () => 0,
    hostName: '',
    kernel: '',
    machine: '',
    architecture: '',
    programFolder: '',
    readText: unread,
    readBytes: unread,
    readGzipText: unread,
    listFolder: unread,
    readLink: unread,
    resolvePath: unread,
    modifiedAt: unread,
    volumeSize: unread,
    runCommand: async (file) => ({ kind: kind === 'absent' ? 'not-found' : kind, detail: `${file}: refused` }),
    addressesOfAdapters: () => [],
    resolveName: async () => 'not-resolved',
    takesConnection: async () => false,
    fetchSmallPage: async (url) => ({ kind: 'no-answer', detail: url }),
  }
}
