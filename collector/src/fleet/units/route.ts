/** The units a caller may see, of today or of a date, in protocol order: what a choice of units offers. */
import { type Units, type UnitsQuery, UnitsQuerySchema, UnitsSchema } from '@somay/shared/api/units.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { callerOrFail } from '../../access/identify.ts'
import { inScope } from '../../access/scope.ts'
import { dayAsked } from '../../platform/day-asked.ts'
import type { Database } from '../../store/dialect/dialect.ts'

type UnitRow = {
  id: number
  name: string
  block: string
  order_no: number
  parent_id: number | null
  valid_from: string
  valid_to: string | null
}

export async function unitRoutes(app: FastifyInstance, { database }: { database: Database }): Promise<void> {
  app.get<{ Querystring: UnitsQuery }>(
    '/api/v1/units',
    {
      config: { access: 'see-pcs' },
      schema: { summary: 'Units in protocol order', querystring: UnitsQuerySchema, response: { 200: UnitsSchema } },
    },
    async (request): Promise<Units> => {
      const { asOf, unit } = request.query
      if (asOf !== undefined) dayAsked('asOf', asOf)
      const stood = asOf === undefined ? sql`valid_to is null` : sql`valid_from <= ${asOf} and (valid_to is null or valid_to > ${asOf})`
      const { rows } = await sql<UnitRow>`
        select id, name, block, order_no, parent_id, valid_from, valid_to from unit
        where ((${stood}) ${unit === undefined ? sql`` : sql`or id = ${unit}`})
          and ${inScope(database.dialect, callerOrFail(request).scope, sql`unit.id`)} order by order_no, id`.execute(database.read)
      return { units: rows.map(toUnit) }
    },
  )
}

function toUnit({ id, name, block, order_no, parent_id, valid_from, valid_to }: UnitRow): Units['units'][number] {
  return {
    id,
    name,
    block,
    orderNo: order_no,
    validFrom: valid_from,
    ...(parent_id !== null && { parentId: parent_id }),
    ...(valid_to !== null && { validTo: valid_to }),
  }
}
