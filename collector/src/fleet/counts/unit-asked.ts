/** The unit a count is asked for, or its refusal: of what is not there for the caller a zero would say that it has no PC. */
import type { Scope } from '../../access/access.ts'
import { isInScope } from '../../access/scope.ts'
import { Problem } from '../../platform/problem.ts'
import type { Database } from '../../store/dialect/dialect.ts'

/** Units that have ended are there still, for the days on which they stood. */
export async function expectUnit(database: Database, scope: Scope, unit: number | undefined): Promise<void> {
  if (unit !== undefined && !(await isInScope(database, scope, unit))) throw new Problem('unit-not-found')
}
