/** Reorganising units: first what it would do, then, confirmed, the deed. */
import { type ReorganisationAsked, ReorganisationSchema, type Reorganised, ReorganisedSchema } from '@somay/shared/api/units.ts'
import { startOfDay } from '@somay/shared/text/dates.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { dayAsked } from '../platform/day-asked.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { reorganisationProblems } from '../store/reorganisation-problems.ts'
import { type Reorganisation, ReorganisationRefused, reorganise, unitsOf } from '../store/reorganise.ts'
import { sightAfter } from '../store/sight.ts'
import { pcsIn, readHolders } from '../store/unit-changes.ts'

export type AdministrationPlace = { readonly database: Database; readonly now: () => number; readonly timeZone: string }

export async function reorganisationRoutes(app: FastifyInstance, { database, now, timeZone }: AdministrationPlace): Promise<void> {
  app.post<{ Body: ReorganisationAsked }>(
    '/api/v1/reorganisations',
    {
      config: { access: 'manage-units' },
      schema: { summary: 'Change the tree of units on a date', body: ReorganisationSchema, response: { 200: ReorganisedSchema } },
    },
    async (request): Promise<Reorganised> => {
      const { name: who } = callerOrFail(request)
      const plan: Reorganisation = {
        day: request.body.day,
        dayAt: startOfDay(dayAsked('day', request.body.day), timeZone),
        made: request.body.made.map(({ code, parent, ...unit }) => ({ ...unit, code: code ?? null, parent: parent ?? null })),
        ended: request.body.ended,
        who,
        at: now(),
      }
      const ids = plan.ended.map(({ unitId }) => unitId)
      const units = await unitsOf(database.read)
      const problems = reorganisationProblems(units, plan)
      const sight = sightAfter(plan, new Map(units.map(({ id, parentId }) => [id, parentId])), await readHolders(database, plan.at))
      const nameOf = new Map(units.map(({ id, name }) => [id, name]))
      const effects = {
        problems,
        moved: await pcsIn(database, ids),
        losingSight: [...sight.losing],
        gainingSight: sight.gaining.map(({ name, unitIds }) => ({ who: name, units: unitIds.map((id) => nameOf.get(id) ?? `#${id}`) })),
      }
      if (problems.length > 0 || request.body.confirm !== true) return { done: false, made: {}, ...effects }
      try {
        return { done: true, made: Object.fromEntries(await reorganise(database, plan)), ...effects }
      } catch (error) {
        if (!(error instanceof ReorganisationRefused)) throw error
        return { done: false, made: {}, ...effects, problems: [...error.problems] }
      }
    },
  )
}
