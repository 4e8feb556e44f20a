/** Parses dmidecode's sections on the memory array (SMBIOS type 16) and its devices (type 17). */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { toIdentifier } from '@somay/shared/identifier.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { sumOf, textIn } from './because.ts'

type Memory = FactValue<'memory'>
type Module = Extract<Memory['modules'], unknown[]>[number]
type Section = { readonly title: string; readonly fields: Readonly<Record<string, string | undefined>> }

const UNIT_BYTES: Record<string, number> = { kB: 2 ** 10, KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30, TB: 2 ** 40 }

// Only system memory counts (DSP0134 7.17.2); boards list flash and video arrays beside it.
const SYSTEM_USE = 'System Memory'
const EMPTY_SLOT = 'No Module Installed'
const ON_THE_BOARD = /^(row of chips|chip|die|tsop)$/i
const NOT_IN_TABLE = unknown('not-supported', 'not in the SMBIOS table')

export function parseSlots(output: string): Omit<Memory, 'totalBytes'> {
  const sections = sectionsOf(output)
  const arrays = sections.filter(({ title, fields }) => title === 'Physical Memory Array' && fields.Use === SYSTEM_USE)
  const handles = new Set(arrays.map(({ fields }) => fields.handle))
  const devices = sections.filter(
    ({ title, fields }) => title === 'Memory Device' && handles.has(fields['Array Handle']) && isPlaceForMemory(fields),
  )
  if (devices.length === 0) {
    return {
      installedBytes: NOT_IN_TABLE,
      slots: NOT_IN_TABLE,
      freeSlots: NOT_IN_TABLE,
      maximumBytes: maximum(arrays),
      modules: NOT_IN_TABLE,
    }
  }
  const filled = devices.filter(({ fields }) => fields.Size !== EMPTY_SLOT)
  const modules = filled.map(moduleOf)
  return {
    installedBytes: sumOf(modules.map(({ sizeBytes }) => sizeBytes)),
    slots: devices.length,
    freeSlots: devices.length - filled.length,
    maximumBytes: maximum(arrays),
    modules,
  }
}

/** Boards list the chip of their firmware, and places on the board itself that were left without chips: neither takes a module. */
function isPlaceForMemory({ Size, Type, 'Form Factor': form }: Section['fields']): boolean {
  return Type !== 'Flash' && !(Size === EMPTY_SLOT && form !== undefined && ON_THE_BOARD.test(form))
}

function sectionsOf(output: string): Section[] {
  return output.split(/\n\s*\n/).flatMap((block) => {
    const lines = block.split('\n')
    const start = lines.findIndex((line) => line.startsWith('Handle '))
    const title = lines[start + 1]
    if (start < 0 || title === undefined) return []
    const fields: Record<string, string> = { handle: lines[start]?.match(/^Handle (0x[0-9A-F]+)/i)?.[1] ?? '' }
    for (const line of lines.slice(start + 2)) {
      const [, name, value] = line.match(/^\t([^\t:][^:]*):\s*(.*)$/) ?? []
      if (name !== undefined && value !== undefined) fields[name] = value.trim()
    }
    return [{ title: title.trim(), fields }]
  })
}

function moduleOf({ fields }: Section, index: number): Module {
  return {
    slot: textIn(fields.Locator ?? '', 100) ?? `#${index + 1}`,
    sizeBytes: bytesOf(fields.Size),
    type: wordOf(fields.Type),
    formFactor: wordOf(fields['Form Factor']),
    speedMtS: speedOf(fields['Configured Memory Speed'] ?? fields['Configured Clock Speed'], fields.Speed),
    ...(fields.Manufacturer !== undefined && { manufacturer: toIdentifier(fields.Manufacturer) }),
    ...(fields['Serial Number'] !== undefined && { serial: toIdentifier(fields['Serial Number']) }),
  }
}

function wordOf(text: string | undefined): string | Unknown {
  const word = textIn(text ?? '', 40)
  return word === undefined || /^(unknown|other|<out of spec>)$/i.test(word) ? NOT_IN_TABLE : word
}

function bytesOf(text: string | undefined): number | Unknown {
  const [, count, unit] = text?.match(/^(\d+) ([kKMGT]B)$/) ?? []
  const unitBytes = unit === undefined ? undefined : UNIT_BYTES[unit]
  return unitBytes === undefined ? NOT_IN_TABLE : Number(count) * unitBytes
}

// What the module runs at; its label speed stands in where the board does not say.
function speedOf(...texts: (string | undefined)[]): number | Unknown {
  for (const text of texts) {
    const megaTransfers = text?.match(/^(\d+) (MT\/s|MHz)$/)?.[1]
    if (megaTransfers !== undefined && Number(megaTransfers) > 0) return Number(megaTransfers)
  }
  return NOT_IN_TABLE
}

function maximum(arrays: readonly Section[]): number | Unknown {
  return arrays.length === 0 ? NOT_IN_TABLE : sumOf(arrays.map(({ fields }) => bytesOf(fields['Maximum Capacity'])))
}
