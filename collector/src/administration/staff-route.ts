/** Telling how many people (CBCCVC) units have, from a day on. */
import { type StaffChange, StaffChangeSchema } from '@somay/shared/api/register.ts'
import { type CalendarDay, dayOf } from '@somay/shared/text/dates.ts'
import { dayText, formatDay } from '@somay/shared/text/days.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { inScope } from '../access/scope.ts'
import { ruleOn } from '../counting/rule.ts'
import { pcsByUnit } from '../fleet/counts/pcs-by-unit.ts'
import { dayAsked } from '../platform/day-asked.ts'
import { Problem } from '../platform/problem.ts'
import { changeStaff } from '../store/register/staff-numbers.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export async function staffChangeRoutes(app: FastifyInstance, place: AdministrationPlace): Promise<void> {
  const { database, now } = place
  app.put<{ Body: StaffChange }>(
    '/api/v1/staff-numbers',
    { config: { access: 'manage-register' }, schema: { summary: 'Tell how many people units have', body: StaffChangeSchema } },
    async (request, reply) => {
      const { day, units } = request.body
      const from = dayAsked('day', day)
      for (const { staff, equipped, leaders } of units) {
        if (isMore(equipped, staff))
          throw new Problem('body-invalid', {
            vi: `Số được trang bị máy (${equipped}) lớn hơn tổng số người (${staff}).`,
            en: `More people have a PC (${equipped}) than there are (${staff}).`,
          })
        if (isMore(leaders, staff))
          throw new Problem('body-invalid', {
            vi: `Số người nhóm I-VI (${leaders}) lớn hơn tổng số người (${staff}).`,
            en: `More people are of groups I-VI (${leaders}) than there are (${staff}).`,
          })
      }
      const { name: who, scope } = callerOrFail(request)
      const mayTouch = (unit: Parameters<typeof inScope>[2]) => inScope(database.dialect, scope, unit)
      await expectNoMoreThanPcs(place, units, from, mayTouch)
      await changeStaff(database, { day, units, who, at: now(), mayTouch })
      return reply.code(204).send()
    },
  )
}

/** What is not known is not more. */
function isMore(part: number | null, whole: number | null): boolean {
  return part !== null && whole !== null && part > whole
}

/** Licences of protection are for PCs: a unit that has any that day has no more of them than PCs. Of a day to come there are those of today. */
async function expectNoMoreThanPcs(
  { database, now, timeZone }: AdministrationPlace,
  units: StaffChange['units'],
  from: CalendarDay,
  mayTouch: Parameters<typeof pcsByUnit>[3],
): Promise<void> {
  const licensed = new Map(
    units.flatMap(({ unitId, licensedAntivirus: count }) => (count === null || count === 0 ? [] : [[unitId, count]])),
  )
  if (licensed.size === 0) return
  const today = dayOf(now(), timeZone)
  const day = dayText(from) > dayText(today) ? today : from
  const asOf = { day, rule: await ruleOn(database, dayText(day)), timeZone }
  const pcs = await pcsByUnit(database, asOf, [...licensed.keys()], mayTouch)
  const tooMany = [...licensed].find(([unitId, count]) => isMore(count, pcs.get(unitId) ?? null))
  if (!tooMany) return
  const [unitId, count] = tooMany
  const { name } = await database.read.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow()
  const [has, on] = [pcs.get(unitId) ?? 0, formatDay(dayText(day))]
  throw new Problem('body-invalid', {
    vi: `${name}: số máy có bản quyền chống mã độc (${formatNumber(count, 'vi')}) lớn hơn số máy của đơn vị ngày ${on} (${formatNumber(has, 'vi')}).`,
    en: `${name}: more PCs have licensed antivirus (${formatNumber(count, 'en')}) than the unit had on ${on} (${formatNumber(has, 'en')}).`,
  })
}
