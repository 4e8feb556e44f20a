/** The main board, from SMBIOS as WMI shows it. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { because } from '../because.ts'
import { rowOf, type WindowsReading } from './inventory.ts'
import { identifierOf } from './properties.ts'

export function parseBoardOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'board'>> {
  const board = rowOf(windows, 'computer', 'board')
  if (board.kind !== 'read') return because(board)
  return {
    known: {
      manufacturer: identifierOf(board, 'Manufacturer'),
      model: identifierOf(board, 'Product'),
      version: identifierOf(board, 'Version'),
      serial: identifierOf(board, 'SerialNumber'),
    },
    source: 'Win32_BaseBoard',
  }
}
