/** Reads the local volumes of the PC and how large they are. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { because, valueFrom } from './because.ts'
import { type LocalVolumesReading, readLocalVolumes } from './local-volumes.ts'
import { parseVolumesOnMac } from './macos/volumes.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseVolumesOnWindows } from './windows/volumes.ts'

export function parseVolumes(reading: LocalVolumesReading): FactBody<FactValue<'volumes'>> {
  if (reading.kind !== 'read') return because(reading)
  const volumes = reading.value.map(({ shown, fileSystem, holdsSystem, size }) => ({
    mount: shown,
    fileSystem,
    sizeBytes: valueFrom(size, ({ sizeBytes }) => sizeBytes, 'size'),
    holdsSystem,
  }))
  return { known: { volumes }, source: '/proc/self/mounts, statfs' }
}

export const volumesProbe: Probe<'volumes'> = {
  fact: 'volumes',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseVolumes(await readLocalVolumes(platform)),
  windows: async ({ windows }) => parseVolumesOnWindows(windows),
  macos: async ({ macos }) => parseVolumesOnMac(macos),
}
