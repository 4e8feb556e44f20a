/** What a deed wrote down, in words: "vai trò: Cán bộ CNTT → Người xem". Pure. */
import type { Deed } from '@somay/shared/api/audit.ts'
import { sayIn } from '@somay/shared/text/catalogue.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { roleWords } from '../../text/app.ts'
import { auditText, detailWords } from '../../text/audit.ts'

/** Said in a column of their own, or of use to nobody but the collector. */
const ELSEWHERE = new Set(['person', 'label', 'token', 'old', 'new'])

type Place = { readonly language: Language; readonly timeZone: string }

export function aboutOf({ detail, pcName }: Deed): string {
  return [pcName, detail.person, detail.label].find((one) => typeof one === 'string') ?? ''
}

export function detailLines({ detail }: Deed, place: Place): string[] {
  const { old, new: fresh } = detail
  const changed = isRecord(old) && isRecord(fresh) ? Object.keys(fresh).map((key) => change(key, old[key], fresh[key], place)) : []
  // What was made has nothing before, what was removed nothing after.
  const only = isRecord(old) === isRecord(fresh) ? [] : Object.entries((isRecord(old) ? old : fresh) as Record<string, unknown>)
  // Only what has a name for people: the rest is for those who read the ledger itself.
  const told = Object.keys(detail).filter((key) => !ELSEWHERE.has(key) && detailWords[key] !== undefined)
  return [
    ...changed,
    ...[...only, ...told.map((key) => [key, detail[key]] as const)].map(
      ([key, value]) => `${nameOf(key, place)}: ${shown(key, value, place)}`,
    ),
  ]
}

function change(key: string, old: unknown, fresh: unknown, place: Place): string {
  return `${nameOf(key, place)}: ${shown(key, old, place)} → ${shown(key, fresh, place)}`
}

function nameOf(key: string, { language }: Place): string {
  return detailWords[key]?.[language] ?? key
}

function shown(key: string, value: unknown, { language, timeZone }: Place): string {
  const say = sayIn(auditText, language)
  if (value === null || value === undefined || value === '') return say('nothing')
  if (key === 'units' && value === 'all') return say('all')
  if (key === 'role' && typeof value === 'string' && value in roleWords) return roleWords[value as keyof typeof roleWords][language]
  if (key === 'expiresAt' && typeof value === 'number') return formatDateTime(value, timeZone)
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (typeof value === 'number') return formatNumber(value, language)
  if (Array.isArray(value)) {
    if (value.length === 0) return say('nothing')
    return value.every((one) => typeof one === 'string') ? value.join(', ') : formatNumber(value.length, language)
  }
  if (isRecord(value)) return formatNumber(Object.keys(value).length, language)
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : String(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
