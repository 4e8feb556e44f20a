/** Reads the main board's maker, model and serial. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import { DMI_SOURCE, dmiIdentifier, NO_DMI, readDmi } from './dmi.ts'
import { parseBoardOnMac } from './macos/board.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseBoardOnWindows } from './windows/board.ts'

const DMI_NAMES = ['board_vendor', 'board_name', 'board_version', 'board_serial'] as const

export type BoardReading = Record<(typeof DMI_NAMES)[number], TextReading> | undefined

export function readBoard(platform: Platform): Promise<BoardReading> {
  return readDmi(platform, DMI_NAMES)
}

export function parseBoard(dmi: BoardReading): FactBody<FactValue<'board'>> {
  // A virtual PC may have a system table and no board at all.
  if (!dmi || Object.values(dmi).every(({ kind }) => kind === 'absent')) return NO_DMI
  return {
    known: {
      manufacturer: dmiIdentifier(dmi.board_vendor),
      model: dmiIdentifier(dmi.board_name),
      version: dmiIdentifier(dmi.board_version),
      serial: dmiIdentifier(dmi.board_serial),
    },
    source: DMI_SOURCE,
  }
}

export const boardProbe: Probe<'board'> = {
  fact: 'board',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseBoard(await readBoard(platform)),
  windows: async ({ windows }) => parseBoardOnWindows(windows),
  macos: async ({ macos }) => parseBoardOnMac(macos),
}
