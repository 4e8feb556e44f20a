/** Reads the whole ledger and finds what breaks a law; changes nothing, and may run beside a collector. */
import type { Database } from '../store/dialect/dialect.ts'
import { BODY_LAWS } from './body-laws.ts'
import { type Broken, broken, type Law } from './law.ts'
import { ORDER_LAWS } from './order-laws.ts'
import { PC_LAWS } from './pc-laws.ts'
import { SEALED_LAWS } from './sealed-laws.ts'

export const LAWS: readonly Law[] = [...SEALED_LAWS, ...PC_LAWS, ...BODY_LAWS, ...ORDER_LAWS]

export type Finding = { readonly law: Law; readonly broken: Broken }

export async function checkLedger(database: Database): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const law of LAWS) {
    const found = await law.find(database).catch(
      // A ledger so damaged that it cannot be asked breaks the law that was asked about.
      (error: Error) => broken([error.message]),
    )
    if (found) findings.push({ law, broken: found })
  }
  return findings
}
