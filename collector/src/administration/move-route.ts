/** Moving PCs between units, out of the ledger and back. */
import { type MovedPcs, MovedPcsSchema, type MovingPcs, MovingPcsSchema } from '@somay/shared/api/moves.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../access/identify.ts'
import { inScope, isInScope } from '../access/scope.ts'
import { Problem } from '../platform/problem.ts'
import { movePcs } from '../store/moves.ts'
import { stands } from '../store/units.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export async function moveRoutes(app: FastifyInstance, { database, now }: AdministrationPlace): Promise<void> {
  app.post<{ Body: MovingPcs }>(
    '/api/v1/pcs/moves',
    {
      config: { access: 'move-pcs' },
      schema: { summary: 'Move PCs to a unit, or take them out of the ledger', body: MovingPcsSchema, response: { 200: MovedPcsSchema } },
    },
    async (request): Promise<MovedPcs> => {
      const { name: who, scope } = callerOrFail(request)
      const { pcIds, unitId = null } = request.body
      if (unitId !== null && !(await isInScope(database, scope, unitId))) throw new Problem('unit-elsewhere')
      if (unitId !== null && !(await stands(database, unitId))) throw new Problem('unit-unknown')
      const moved = await movePcs(database, { pcIds, unitId, who, at: now(), mayTouch: (unit) => inScope(database.dialect, scope, unit) })
      return { moved }
    },
  )
}
