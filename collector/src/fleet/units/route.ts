/** The units a caller may see, in protocol order: what the unit filter offers. */
import { type Units, UnitsSchema } from '@somay/shared/api/units.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { callerOrFail } from '../../access/identify.ts'
import { inScope } from '../../access/scope.ts'
import type { Database } from '../../store/dialect/dialect.ts'

type UnitRow = { id: number; name: string; block: string; order_no: number; parent_id: number | null }

export async function unitRoutes(app: FastifyInstance, { database }: { database: Database }): Promise<void> {
  app.get(
    '/api/v1/units',
    { config: { access: 'see-pcs' }, schema: { summary: 'Units in protocol order', response: { 200: UnitsSchema } } },
    async (request): Promise<Units> => {
      const { rows } = await sql<UnitRow>`
        select id, name, block, order_no, parent_id from unit
        where valid_to is null and ${inScope(database.dialect, callerOrFail(request).scope, sql`unit.id`)} order by order_no, id`.execute(
        database.read,
      )
      return {
        units: rows.map((row) => ({
          id: row.id,
          name: row.name,
          block: row.block,
          orderNo: row.order_no,
          ...(row.parent_id === null ? {} : { parentId: row.parent_id }),
        })),
      }
    },
  )
}
