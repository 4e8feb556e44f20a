/** Uses enrolment tokens, never more often than their limit, and tells which unit each opens. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

type Use = { readonly tokenHash: string; readonly at: number }

/** The unit of each use in the order given; undefined where the token is wrong, expired, used up or revoked, or its unit has ended. */
export async function useTokens(db: Kysely<Tables>, uses: readonly Use[]): Promise<(number | undefined)[]> {
  const places = Map.groupBy(uses.keys(), (place) => (uses[place] as Use).tokenHash)
  const unitIds: (number | undefined)[] = Array.from({ length: uses.length })
  for (const [tokenHash, ofToken] of places) {
    const at = Math.max(...ofToken.map((place) => (uses[place] as Use).at))
    const forAll = await takeUses(db, tokenHash, ofToken.length, at)
    for (const place of ofToken) {
      // Not enough uses left for all of them: the first ones get what there is.
      unitIds[place] = forAll ?? (ofToken.length === 1 ? undefined : await takeUses(db, tokenHash, 1, at))
      if (unitIds[place] === undefined) break
    }
  }
  return unitIds
}

async function takeUses(db: Kysely<Tables>, tokenHash: string, count: number, at: number): Promise<number | undefined> {
  const used = await db
    .updateTable('enrol_token')
    .set((set) => ({ used_count: set('used_count', '+', count) }))
    .where('hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    // Changes of the tree take tokens along; one left behind must fill no unit that is no more.
    .where((where) =>
      where.exists(
        where.selectFrom('unit').select('unit.id').whereRef('unit.id', '=', 'enrol_token.unit_id').where('unit.valid_to', 'is', null),
      ),
    )
    .where('expires_at', '>', at)
    .where((where) => where(where('used_count', '+', count), '<=', where.ref('use_limit')))
    .returning('unit_id')
    .executeTakeFirst()
  return used?.unit_id
}
