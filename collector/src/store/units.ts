/** Units of the organisation: a dated tree, listed in protocol order. */
import { fold } from '@somay/shared/text/fold.ts'
import type { Kysely } from 'kysely'
import type { Database } from './dialect/dialect.ts'
import type { Tables } from './tables.ts'

export type NewUnit = {
  readonly name: string
  /** I, II, III or IV, as in the committee's table. */
  readonly block: string
  readonly orderNo: number
  readonly parentId: number | null
  readonly code: string | null
  readonly validFrom: string
}

export function createUnits(database: Database, units: readonly NewUnit[]): Promise<number[]> {
  return units.length === 0 ? Promise.resolve([]) : database.write((db) => insertUnits(db, units))
}

async function insertUnits(db: Kysely<Tables>, units: readonly NewUnit[]): Promise<number[]> {
  const rows = units.map((unit) => ({
    name: unit.name.normalize('NFC'),
    name_key: fold(unit.name),
    block: unit.block,
    order_no: unit.orderNo,
    parent_id: unit.parentId,
    code: unit.code,
    valid_from: unit.validFrom,
    valid_to: null,
  }))
  const made = await db.insertInto('unit').values(rows).returning('id').execute()
  return made.map((row) => row.id)
}

/** The code of the unit of PCs that nobody has placed yet. */
const UNPLACED = 'unplaced'

export type UnitName = { readonly id: number; readonly name: string }

/** Those that stand today. */
export async function readUnits({ read }: Database): Promise<UnitName[]> {
  return read.selectFrom('unit').select(['id', 'name']).where('valid_to', 'is', null).orderBy('order_no').orderBy('id').execute()
}

/** Whether PCs may come into it: a unit that has ended takes in nothing more, what it held is with its successors. */
export async function stands({ read }: Pick<Database, 'read'>, unitId: number): Promise<boolean> {
  const unit = await read.selectFrom('unit').select('id').where('id', '=', unitId).where('valid_to', 'is', null).executeTakeFirst()
  return unit !== undefined
}

/** The unit a PC joins when nobody says which: the only one, or the one of the unplaced. */
export async function defaultUnit({ read }: Database): Promise<number | undefined> {
  const units = await read.selectFrom('unit').select(['id', 'code']).where('valid_to', 'is', null).execute()
  return (units.length === 1 ? units[0] : units.find(({ code }) => code === UNPLACED))?.id
}

const FIRST_UNIT_KEY = 'first-unit'

/** The unit of a PC nobody has placed yet; made at the first start so that a token can belong to a unit from the beginning. */
export async function firstUnit(database: Database, today: string): Promise<number> {
  const found = await lowestUnit(database.read)
  if (found !== undefined) return found
  const first = await database.write(async (db) => {
    // Collectors that start together on one empty database: whoever sets this mark makes the unit, the others wait here for it.
    const mark = { key: FIRST_UNIT_KEY, value: today }
    const isFirst = await db
      .insertInto('setting')
      .values(mark)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst()
    if (!isFirst) return lowestUnit(db)
    const unit = { name: 'Chưa xếp đơn vị', block: 'I', orderNo: 0, parentId: null, code: UNPLACED, validFrom: today }
    return (await insertUnits(db, [unit]))[0]
  })
  if (first === undefined) throw new Error('the ledger has no unit, though its first one was made')
  return first
}

async function lowestUnit(db: Kysely<Tables>): Promise<number | undefined> {
  return (await db.selectFrom('unit').select('id').orderBy('id').limit(1).executeTakeFirst())?.id
}
