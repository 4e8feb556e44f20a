/** A list of units, handed in to be put into a reorganisation: read, never done. */
import { type TreeReading, TreeReadingSchema } from '@somay/shared/api/units.ts'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../platform/problem.ts'
import { readTree, type UnitChanged, type UnitStanding, type UnitToMake } from '../register/read-tree.ts'
import { unitsOf } from '../store/reorganise.ts'
import { listInWords, takeLists } from './list-uploads.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

/** As many as one reorganisation takes. */
const MOST_MADE = 1_000

export async function treeListRoutes(app: FastifyInstance, { database }: AdministrationPlace): Promise<void> {
  takeLists(app)
  app.post<{ Body: Buffer }>(
    '/api/v1/units/tree/reading',
    { config: { access: 'manage-units' }, schema: { summary: 'Read a list of units', response: { 200: TreeReadingSchema } } },
    async (request): Promise<TreeReading> => {
      if (!Buffer.isBuffer(request.body)) throw new Problem('media-type-unsupported', 'a list comes as application/octet-stream')
      const { rows, made, same, changed, left, problems } = await listInWords(
        readTree(request.body, standing(await unitsOf(database.read))),
      )
      const count = made.length + changed.length
      if (count > MOST_MADE)
        throw new Problem('list-too-large', {
          vi: `Danh sách có ${count} đơn vị mới hoặc thay đổi; mỗi lần tối đa ${MOST_MADE}.`,
          en: `The list has ${count} new or changed units; at most ${MOST_MADE} at a time.`,
        })
      return { rows, same, left, made: made.map(toMade), changed: changed.map(toChanged), problems: problems.map(({ says }) => says) }
    },
  )
}

function toMade({ row, name, block, orderNo, code, parent }: UnitToMake): TreeReading['made'][number] {
  return {
    key: keyOf(row),
    name,
    block: block as TreeReading['made'][number]['block'],
    orderNo,
    ...(code !== undefined && { code }),
    ...(parent && { parent: 'row' in parent ? { key: keyOf(parent.row) } : { unitId: parent.unitId } }),
  }
}

function toChanged({ row: _row, block, code, differs, ...unit }: UnitChanged): TreeReading['changed'][number] {
  return { ...unit, block: block as TreeReading['changed'][number]['block'], ...(code !== undefined && { code }), differs: [...differs] }
}

function keyOf(row: number): string {
  return `row-${row}`
}

type Unit = Awaited<ReturnType<typeof unitsOf>>[number]

function standing(units: readonly Unit[]): UnitStanding[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const pathOf = ({ name, parentId }: Unit): string[] => {
    const parent = parentId === null ? undefined : byId.get(parentId)
    return [...(parent ? pathOf(parent) : []), name]
  }
  const open = units.filter(({ validTo }) => validTo === null)
  return open.map((unit) => ({ id: unit.id, path: pathOf(unit), block: unit.block, orderNo: unit.orderNo, code: unit.code }))
}
