/** The versions of the rule by which PCs are counted. */
import type { Database } from './dialect/dialect.ts'

/**
 * Connected on a day is a PC that had internet on at least one of the last `windowDays` days; silent is one that said nothing for
 * `silentDays`. `id` is the version.
 */
export type CountRule = { readonly id: number; readonly windowDays: number; readonly silentDays: number }

const FIRST = { windowDays: 30, silentDays: 30 } as const

/** Nobody has changed it: what the ledger counts by from the start, as version 0. */
export const FIRST_RULE: CountRule = { id: 0, ...FIRST }

export async function currentRule({ read }: Database): Promise<CountRule> {
  const row = await read
    .selectFrom('count_rule')
    .select(['id', 'window_days as windowDays', 'silent_days as silentDays'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? FIRST_RULE
}

/** A new version; the earlier ones stay. Returns its number. */
export function changeRule(
  { write }: Database,
  {
    windowDays,
    silentDays,
    who,
    at,
  }: { readonly windowDays: number; readonly silentDays: number; readonly who: string; readonly at: number },
): Promise<number> {
  return write(async (db) => {
    const made = await db
      .insertInto('count_rule')
      .values({ since: at, window_days: windowDays, silent_days: silentDays, who })
      .returning('id')
      .executeTakeFirstOrThrow()
    return made.id
  })
}
