/** Parses the block in which a monitor tells of itself (VESA E-EDID 1.3/1.4). Pure; used wherever a system gives the raw block. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { toIdentifier } from '@somay/shared/identifier.ts'
import { unknown } from '@somay/shared/unknown.ts'

export type Monitor = FactValue<'monitors'>['monitors'][number]

const BLOCK_BYTES = 128
const HEADER = [0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00]
/** Four descriptors of 18 bytes; the first tells the preferred resolution. */
const DESCRIPTORS = [54, 72, 90, 108]
const NAME_TAG = 0xfc
const SERIAL_TAG = 0xff
const FIRST_YEAR = 1990
/** The number of the serial that makers write when there is none: all zeros or all ones. */
const NO_NUMBERS = new Set([0, 0xffffffff, 0x01010101])

/** undefined when the block is cut off, is none, or its sum is wrong: then nothing in it can be believed. */
export function parseEdid(bytes: readonly number[]): Monitor | undefined {
  const block = Buffer.from(bytes.slice(0, BLOCK_BYTES))
  const sum = block.reduce((total, byte) => total + byte, 0)
  if (block.length < BLOCK_BYTES || HEADER.some((byte, at) => block[at] !== byte) || sum % 256 !== 0) return undefined
  const year = block.readUInt8(17)
  const name = textOf(block, NAME_TAG)
  return {
    manufacturer: makerCode(block.readUInt16BE(8)),
    // Without a name the maker's product number is all there is; makers print it in hex.
    model: name ?? `0x${block.readUInt16LE(10).toString(16).padStart(4, '0')}`,
    serial: serialOf(block),
    madeYear: year === 0 ? unknown('not-supported', 'the monitor does not tell') : FIRST_YEAR + year,
    ...resolutionOf(block),
  }
}

/** Three letters of five bits each, A = 1. */
function makerCode(packed: number): string {
  return [10, 5, 0].map((shift) => String.fromCharCode(64 + ((packed >> shift) & 0x1f))).join('')
}

function serialOf(block: Buffer): Monitor['serial'] {
  const text = textOf(block, SERIAL_TAG)
  if (text !== undefined) return toIdentifier(text)
  const number = block.readUInt32LE(12)
  return NO_NUMBERS.has(number) ? toIdentifier('') : String(number)
}

function textOf(block: Buffer, tag: number): string | undefined {
  const at = DESCRIPTORS.find((start) => block.readUInt16BE(start) === 0 && block[start + 3] === tag)
  if (at === undefined) return undefined
  const text = block
    .subarray(at + 5, at + 18)
    .toString('latin1')
    .split('\n')[0]
    ?.trim()
  return text === '' ? undefined : text
}

function resolutionOf(block: Buffer): Pick<Monitor, 'widthPx' | 'heightPx'> {
  const [at] = DESCRIPTORS
  if (at === undefined || block.readUInt16LE(at) === 0) {
    const none = unknown('not-supported', 'the monitor names no preferred resolution')
    return { widthPx: none, heightPx: none }
  }
  return {
    widthPx: block.readUInt8(at + 2) | ((block.readUInt8(at + 4) & 0xf0) << 4),
    heightPx: block.readUInt8(at + 5) | ((block.readUInt8(at + 7) & 0xf0) << 4),
  }
}
