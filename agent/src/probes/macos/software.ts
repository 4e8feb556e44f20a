/** Programs on a Mac; what belongs to macOS itself, lies inside another program or on a stick is left out. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Reading, TextReading } from '../../platform/reading.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { type MacReading, parseProfile, type Row, rowsIn, textOf } from './profile.ts'
import { wordsOf } from './properties.ts'

type Program = FactValue<'software'>['programs'][number]

const MAX_PROGRAMS = 10_000
const OF_MACOS = /^\/(System|usr|private)\//
const NOT_INSTALLED = /^\/Volumes\//
const INSIDE = /\.app\//i
/** The first certificate: "Developer ID Application: Maker (ABCDE12345)"; the App Store signs in place of the maker. */
const MAKER = /^Developer ID Application: (.+) \([A-Z0-9]{10}\)$/

export function parseSoftwareOnMac(mac: MacReading | undefined): FactBody<FactValue<'software'>> {
  const rows = programRows(textOf(mac, 'applications'))
  if (rows.kind !== 'read') return because(rows)
  // macOS brings programs of its own, so a list without any is no list.
  if (rows.value.length === 0) return unknown('failed', 'SPApplicationsDataType: the report is empty')
  const unique = new Map(rows.value.flatMap((row) => programOf(row) ?? []).map((program) => [JSON.stringify(program), program]))
  const programs = inOrder([...unique.values()], ({ name, version = '' }) => `${name} ${version}`)
  return { known: { programs: programs.slice(0, MAX_PROGRAMS) }, source: 'SPApplicationsDataType' }
}

function programRows(text: TextReading): Reading<Row[]> {
  if (text.kind !== 'read') return text
  const report = parseProfile({ kind: 'ok', stdout: text.value, code: 0 })
  if (report.kind !== 'read') return report
  // What it did not get to within its time is missing whole.
  return Array.isArray(report.value.SPApplicationsDataType)
    ? { kind: 'read', value: rowsIn({ _items: report.value.SPApplicationsDataType }, '_items') }
    : { kind: 'failed', detail: 'SPApplicationsDataType: not in the report of system_profiler' }
}

/** Where a program lies may name a person and is not sent. */
function programOf(row: Row): Program | undefined {
  const name = wordsOf(row, '_name', 300)
  const path = wordsOf(row, 'path', 2_000)
  if (name === undefined || path === undefined || OF_MACOS.test(path) || NOT_INSTALLED.test(path) || INSIDE.test(path)) return undefined
  const version = wordsOf(row, 'version', 120)
  const publisher = publisherOf(row)
  return { name, ...(version !== undefined && { version }), ...(publisher !== undefined && { publisher }) }
}

function publisherOf({ obtained_from, signed_by }: Row): string | undefined {
  if (obtained_from === 'apple') return 'Apple'
  const certificate: unknown = Array.isArray(signed_by) ? signed_by[0] : undefined
  return typeof certificate === 'string' ? MAKER.exec(certificate)?.[1]?.slice(0, 200) : undefined
}
