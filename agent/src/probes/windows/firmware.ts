/** Whether UEFI started this Windows; used by more than one fact. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { partOf, type Row, rowOf, rowsOf, type WindowsReading } from './inventory.ts'
import { numberOf, yesNoOf } from './properties.ts'

type Start = 'uefi' | 'legacy'

const TYPES: Readonly<Record<number, Start>> = { 1: 'legacy', 2: 'uefi' }
/** MSFT_Disk.PartitionStyle: 1 is MBR, 2 is GPT. */
const STYLES: Readonly<Record<number, Start>> = { 1: 'legacy', 2: 'uefi' }

/** Three traces, most telling first: what Windows wrote at its start, the key only UEFI makes, the style of the disk it starts from. */
export function startOf(windows: WindowsReading | undefined): Start | Unknown {
  const type = rowOf(windows, 'firmware', 'firmwareType')
  const told = type.kind === 'read' ? TYPES[numberOf(type.value, 'PEFirmwareType') ?? 0] : undefined
  if (told) return told
  const state = partOf(windows, 'firmware', 'state')
  if (state.kind === 'read' && state.value !== null) return 'uefi'
  return byDisk(rowsOf(windows, 'firmware', 'systemDisk'))
}

function byDisk(disks: Reading<Row[]>): Start | Unknown {
  if (disks.kind !== 'read') return because(disks)
  const starts = disks.value.filter((row) => yesNoOf(row, 'IsSystem') === true).map((row) => STYLES[numberOf(row, 'PartitionStyle') ?? 0])
  const [first] = starts
  return first && starts.every((one) => one === first) ? first : unknown('not-supported', 'this Windows does not tell how it was started')
}
