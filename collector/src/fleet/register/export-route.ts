/** Views of the register and the comparison for inventory minutes as files. */
import { DayTextSchema } from '@somay/shared/api/counts.ts'
import { type RegisterQuery, RegisterQuerySchema, type RegisterRow } from '@somay/shared/api/register.ts'
import { type CalendarDay, dayOf, formatDateTime, startOfDay } from '@somay/shared/text/dates.ts'
import { dayFrom, dayText, formatDay } from '@somay/shared/text/days.ts'
import { LEFT_OUT } from '@somay/shared/text/withheld.ts'
import { type Language, languageOf, type Words } from '@somay/shared/text/words.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import Type from 'typebox'
import type { Scope } from '../../access/access.ts'
import { callerOrFail } from '../../access/identify.ts'
import { inScope } from '../../access/scope.ts'
import { ruleOn } from '../../counting/rule.ts'
import type { Issuer } from '../../export/letter.ts'
import type { Table } from '../../export/table.ts'
import { FIRST_POLICY } from '../../plan/policy.ts'
import { remainingDong } from '../../plan/remaining-value.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { type CountPlace, dayCome } from '../counts/as-of.ts'
import { unitCondition } from '../counts/count.ts'
import type { UnitCondition } from '../counts/query.ts'
import { expectUnit } from '../counts/unit-asked.ts'
import { versionUsed } from '../plan/versions.ts'
import { ANY_FILE, type AnyFile, sendLetter, sendTable, TABLE_FILE, type TableFile } from '../send-table.ts'
import { type MinutesPart, minutesTable } from './minutes.ts'
import { minutesLetter } from './minutes-letter.ts'
import { readWholeRegister } from './query.ts'
import { type OnAsked, readRegisterOn, unitsOn } from './query-on.ts'
import { registerTable } from './tables.ts'

const { after: _after, limit: _limit, ...CHOSEN } = RegisterQuerySchema.properties
const ViewQuerySchema = Type.Object({ ...CHOSEN, ...TABLE_FILE })
const MinutesQuerySchema = Type.Object({ unit: CHOSEN.unit, asOf: Type.Optional(DayTextSchema), ...ANY_FILE })

type ViewQuery = Omit<RegisterQuery, 'after' | 'limit'> & TableFile
type MinutesQuery = AnyFile & { readonly unit?: number; readonly asOf?: string }

const LABELS: Readonly<Record<'taken' | 'who' | 'day', Words>> = {
  taken: { vi: 'Lập lúc', en: 'Made at' },
  who: { vi: 'Người xuất', en: 'Exported by' },
  day: { vi: 'Số liệu ngày', en: 'Data of' },
}

export async function registerExportRoutes(app: FastifyInstance, place: CountPlace & { readonly issuer: Issuer }): Promise<void> {
  const { database, now, timeZone, issuer } = place
  const about = (who: string, language: Language, day = dayText(dayOf(now(), timeZone))): Table['about'] => [
    [LABELS.day[language], formatDay(day)],
    [LABELS.taken[language], `${formatDateTime(now(), timeZone)} (${timeZone})`],
    [LABELS.who[language], who],
  ]
  const leftOut = (scope: Scope, language: Language): Table['about'] =>
    scope === 'all-open' ? [[LEFT_OUT[0][language], LEFT_OUT[1][language]]] : []

  app.get<{ Querystring: ViewQuery }>(
    '/api/v1/register/export',
    { config: { access: 'export-pcs' }, schema: { summary: 'A view of the register as CSV or XLSX', querystring: ViewQuerySchema } },
    async (request, reply) => {
      const { view = 'all', unit, q, format, language = languageOf(request.headers['accept-language']) } = request.query
      const { name, scope } = callerOrFail(request)
      await expectUnit(database, scope, unit)
      const asked = {
        view,
        within: unitCondition(database.dialect, scope, unit),
        seen: seenBy(database, scope),
        hidesExempt: scope === 'all-open',
        q,
      }
      const said = [...about(name, language), ...leftOut(scope, language)]
      const table = registerTable(readWholeRegister(database, asked), view, { about: said, language, timeZone })
      return sendTable(reply, table, `${language === 'vi' ? 'so-tai-san' : 'register'}-${dayText(dayOf(now(), timeZone))}`, format)
    },
  )

  app.get<{ Querystring: MinutesQuery }>(
    '/api/v1/register/minutes/export',
    {
      config: { access: 'export-pcs' },
      schema: { summary: 'The comparison for inventory minutes as CSV, XLSX or DOCX', querystring: MinutesQuerySchema },
    },
    async (request, reply) => {
      const { unit, asOf, format, language = languageOf(request.headers['accept-language']) } = request.query
      const { name, scope } = callerOrFail(request)
      await expectUnit(database, scope, unit)
      const on = { day: dayCome(place, asOf), timeZone }
      const within = unitCondition(database.dialect, scope, unit)
      const parts = partsOf(database, await unitsOn(database, { on, within }), { on, seen: seenBy(database, scope), scope })
      const day = dayText(on.day)
      const { usefulLifeYears, ...asked } = await minutesAsked(place, day, language)
      const file = `${language === 'vi' ? 'doi-chieu' : 'comparison'}-${day}`
      const withheld = leftOut(scope, language)
      const said = [...about(name, language, day), ...withheld]
      if (format !== 'docx') return sendTable(reply, minutesTable(parts, asked, said), file, format)
      const notes = withheld.map(([label, value]) => `${label}: ${value}.`)
      const letter = await minutesLetter(parts, { ...asked, issuer, at: now(), usefulLifeYears, notes })
      return sendLetter(reply, letter, `${language === 'vi' ? 'bien-ban-kiem-ke' : 'minutes'}-${day}`)
    },
  )
}

/** Silent is who the rule of counting calls so; what an asset is still worth is by the default policy. */
async function minutesAsked({ database, timeZone }: CountPlace, day: string, language: Language) {
  const [rule, policy] = await Promise.all([ruleOn(database, day), versionUsed(database, 'policy', { id: undefined, on: day })])
  const { usefulLifeYears } = policy?.content ?? FIRST_POLICY
  const { year, month, day: ofMonth } = dayFrom(day) as CalendarDay
  return {
    language,
    timeZone,
    day: formatDay(day),
    usefulLifeYears,
    silentBefore: startOfDay({ year, month, day: ofMonth - rule.silentDays + 1 }, timeZone),
    remainingOf: ({ costDong, yearInUse }: NonNullable<RegisterRow['item']>) =>
      remainingDong({ originalDong: costDong ?? undefined, yearInUse: yearInUse ?? undefined }, usefulLifeYears, day),
  }
}

function seenBy({ dialect }: Database, scope: Scope): UnitCondition {
  return (column) => inScope(dialect, scope, column)
}

type Sight = Omit<OnAsked, 'within'>
type Units = Awaited<ReturnType<typeof unitsOn>>

async function* partsOf(database: Database, units: Units, sight: Sight): AsyncGenerator<MinutesPart> {
  for (const unit of units) {
    const within: UnitCondition = (column) => sql<boolean>`${column} = ${sql.lit(unit.id)}`
    yield { unit, rows: readRegisterOn(database, { ...sight, within }) }
  }
}
