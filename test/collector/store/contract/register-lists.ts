/** Lists for the promises of the register, and its counts of a day. */
import { sql } from 'kysely'
import { FIRST_RULE } from '#collector/counting/rule.ts'
import { countUnits } from '#collector/fleet/counts/query.ts'
import type { RegisterImport } from '#collector/store/register/import-list.ts'
import type { ListedItem } from '#collector/store/register/listed-item.ts'
import type { CalendarDay } from '#shared/text/dates.ts'
import { dayFrom } from '#shared/text/days.ts'
import type { Ledger } from './ledger.ts'

export const ZONE = 'Asia/Ho_Chi_Minh'
export const DAY_MS = 86_400_000
export const AT = Date.UTC(2026, 5, 1)
export const everywhere = () => sql<boolean>`1 = 1`

export function itemOf(assetCode: string, unitId: number, rest: Partial<ListedItem> = {}): ListedItem {
  return {
    assetCode,
    assetKey: assetCode.toLowerCase(),
    name: `Máy tính để bàn ${assetCode}`,
    unitId,
    kind: 'desktop',
    serial: null,
    yearInUse: 2021,
    costDong: 13_500_000,
    exempt: false,
    hostName: null,
    mac: null,
    note: '',
    ...rest,
  }
}

export function listing(day: string, items: readonly ListedItem[], rest: Partial<RegisterImport> = {}): RegisterImport {
  return {
    day,
    items,
    keysBeside: [],
    completeUnits: [],
    mayTouch: everywhere,
    who: 'ketoan',
    at: AT,
    timeZone: ZONE,
    fileName: 'so.xlsx',
    rows: items.length,
    refused: 0,
    ...rest,
  }
}

export async function counted({ database }: Ledger, day: string): Promise<Record<string, number>> {
  const asOf = { day: dayFrom(day) as CalendarDay, rule: FIRST_RULE, timeZone: ZONE }
  const rows = await countUnits(database, asOf, everywhere)
  return Object.fromEntries(rows.map(({ unitId, state, pcs }) => [`${unitId} ${state}`, Number(pcs)]).sort())
}

/** Assets and the PCs they are, by whom. */
export const matches = async ({ database }: Ledger) =>
  (await database.read.selectFrom('register_match').select(['item_id', 'pc_id', 'who', 'model_differs']).orderBy('item_id').execute()).map(
    (row) => ({ ...row }),
  )
/** Pairs a person is asked about. */
export const doubts = async ({ database }: Ledger) =>
  (await database.read.selectFrom('register_doubt').select(['item_id', 'pc_id']).orderBy('item_id').orderBy('pc_id').execute()).map(
    (row) => ({ ...row }),
  )

export async function itemId({ database }: Ledger, assetCode: string): Promise<number> {
  return (await database.read.selectFrom('register_item').select('id').where('asset_code', '=', assetCode).executeTakeFirstOrThrow()).id
}
