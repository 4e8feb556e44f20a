/** Saving policies and price books, each change the next version of its name; and which of them plans go by that name none. */
import {
  type Ceiling,
  type MadeVersion,
  MadeVersionSchema,
  type NewDefault,
  NewDefaultSchema,
  type NewPolicy,
  NewPolicySchema,
  type NewPriceBook,
  NewPriceBookSchema,
} from '@somay/shared/api/policies.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText, formatDay } from '@somay/shared/text/days.ts'
import { fold } from '@somay/shared/text/fold.ts'
import { BUILT_IN_NAME, ITEMS } from '@somay/shared/text/plan.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { dayAsked } from '../platform/day-asked.ts'
import { Problem } from '../platform/problem.ts'
import { savePlanVersion, setDefaultName } from '../store/plan-versions.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export async function planVersionRoutes(app: FastifyInstance, { database, now, timeZone }: AdministrationPlace): Promise<void> {
  const config = { access: 'manage-policies' as const }

  app.post<{ Body: NewPolicy }>(
    '/api/v1/policies',
    { config, schema: { summary: 'Save a policy', body: NewPolicySchema, response: { 200: MadeVersionSchema } } },
    async (request): Promise<MadeVersion> => {
      const { name, policy } = request.body
      const at = now()
      const fromDay = dayText(dayOf(at, timeZone))
      return savePlanVersion(database, {
        kind: 'policy',
        name: ownName(name),
        fromDay,
        content: policy,
        who: callerOrFail(request).name,
        at,
      })
    },
  )

  app.post<{ Body: NewPriceBook }>(
    '/api/v1/price-books',
    { config, schema: { summary: 'Save a price book', body: NewPriceBookSchema, response: { 200: MadeVersionSchema } } },
    async (request): Promise<MadeVersion> => {
      const { name, fromDay, prices, ceilings } = request.body
      dayAsked('fromDay', fromDay)
      refuseUnclear(ceilings)
      const content = { prices, ceilings }
      const [who, at] = [callerOrFail(request).name, now()]
      return savePlanVersion(database, { kind: 'price-book', name: ownName(name), fromDay, content, inLog, who, at })
    },
  )

  for (const [kind, path] of [
    ['policy', '/api/v1/policies/default'],
    ['price-book', '/api/v1/price-books/default'],
  ] as const)
    app.put<{ Body: NewDefault }>(
      path,
      { config, schema: { summary: 'Say by what plans are made that name none', body: NewDefaultSchema } },
      async (request, reply) => {
        const chosen = { kind, name: request.body.name, who: callerOrFail(request).name, at: now() }
        if (!(await setDefaultName(database, chosen))) throw new Problem('not-found')
        return reply.code(204).send()
      },
    )
}

/** The name of what the product comes with is nobody else's: its version 0 changes with the product alone. */
function ownName(name: string): string {
  if (fold(name) !== fold(BUILT_IN_NAME)) return name
  throw new Problem('body-invalid', {
    vi: `"${BUILT_IN_NAME}" là bản đi kèm phần mềm; hãy đặt tên khác`,
    en: `"${BUILT_IN_NAME}" is what the product comes with; give another name`,
  })
}

/** Of one item and day there is one ceiling. */
function refuseUnclear(ceilings: readonly Ceiling[]): void {
  const seen = new Set<string>()
  for (const { item, fromDay } of ceilings) {
    dayAsked('ceilings', fromDay)
    const key = `${item} ${fromDay}`
    if (seen.has(key))
      throw new Problem('body-invalid', {
        vi: `${ITEMS[item].vi}: hai mức tối đa cùng từ ngày ${formatDay(fromDay)}`,
        en: `${ITEMS[item].en}: two ceilings from ${formatDay(fromDay)}`,
      })
    seen.add(key)
  }
}

/** Prices one by one, ceilings as a list. */
function inLog(content: object): object {
  const { prices, ceilings } = content as Pick<NewPriceBook, 'prices' | 'ceilings'>
  return { ...prices, ceilings: ceilings.map(({ item, fromDay, dong, source }) => `${item} ${fromDay} ${dong} ${source}`) }
}
