/** For deeds that nobody's scope narrows, such as filling a demo. */
import { type RawBuilder, sql } from 'kysely'

export function anyUnit(): RawBuilder<boolean> {
  return sql<boolean>`1 = 1`
}
