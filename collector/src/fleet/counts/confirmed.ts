/** Whether a count is still what a person was shown of it, or refused with what it is now. */
import type { Counts } from '@somay/shared/api/counts.ts'
import type { Freezing } from '@somay/shared/api/frozen-reports.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { sumsOf } from '@somay/shared/text/figures.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import type { AsOf } from '../../counting/state-sql.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { digestOfFrozen } from '../frozen-reports/query.ts'
import type { CountPlace } from './as-of.ts'
import { count } from './count.ts'

/**
 * What somebody was shown must be what is frozen: a late report or a move may have changed it since. Of a day on which the ledger held no PC
 * there is nothing that a committee could be told.
 */
export async function expectFreezable(
  { database, now }: CountPlace,
  asOf: AsOf,
  shown: NonNullable<Freezing['confirmed']> | undefined,
): Promise<void> {
  const isConfirmed = shown !== undefined
  const counts = await count(database, { asOf, scope: 'all', unit: undefined, at: now(), afresh: isConfirmed, statesAlone: !isConfirmed })
  if (shown && counts.digest !== shown.digest) throw changedSince(shown, counts)
  const { total, outside, since } = counts
  if (sumsOf(total).all + sumsOf(outside).all > 0) return
  throw new Problem(
    'nothing-to-freeze',
    since === undefined ? undefined : { vi: `sổ ghi từ ${formatDay(since)}`, en: `it begins on ${formatDay(since)}` },
  )
}

function changedSince(shown: NonNullable<Freezing['confirmed']>, { total }: Counts): Problem {
  const { connected, all } = sumsOf(total)
  if (connected === shown.connected && all === shown.all)
    return new Problem('counts-changed', {
      vi: 'tổng và số máy kết nối vẫn vậy, nhưng số liệu khác trong bảng đã đổi',
      en: 'the total and those connected are as they were, but other figures of the table changed',
    })
  const [vi, en] = (['vi', 'en'] as const).map((language) =>
    [connected, all, shown.connected, shown.all].map((number) => formatNumber(number, language)),
  ) as [string[], string[]]
  return new Problem('counts-changed', {
    vi: `nay là ${vi[0]} / ${vi[1]} máy kết nối, không còn là ${vi[2]} / ${vi[3]}`,
    en: `now ${en[0]} / ${en[1]} PCs connected, no longer ${en[2]} / ${en[3]}`,
  })
}

/** Asks of a copied count, by its number, whether it is still what was shown: what changes while it is copied must not be sealed unseen. */
export function copiedAsShown(database: Database, { digest }: NonNullable<Freezing['confirmed']>): (id: number) => Promise<boolean> {
  return async (id) => (await digestOfFrozen(database, id)) === digest
}
