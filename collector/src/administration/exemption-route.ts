/** Marking PCs that by law must not be connected. */
import { type Exempted, ExemptedSchema, type Exempting, ExemptingSchema } from '@somay/shared/api/moves.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { inScope } from '../access/scope.ts'
import { exemptPcs } from '../store/exemptions.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export async function exemptionRoutes(app: FastifyInstance, { database, now }: AdministrationPlace): Promise<void> {
  app.post<{ Body: Exempting }>(
    '/api/v1/pcs/exemptions',
    {
      config: { access: 'move-pcs' },
      schema: { summary: 'Mark PCs that must not be connected', body: ExemptingSchema, response: { 200: ExemptedSchema } },
    },
    async (request): Promise<Exempted> => {
      const { name: who, scope } = callerOrFail(request)
      const mayTouch = (unit: Parameters<typeof inScope>[2]) => inScope(database.dialect, scope, unit)
      return { changed: await exemptPcs(database, { ...request.body, who, at: now(), mayTouch }) }
    },
  )
}
