/** The support edition from EditionID, on which the end of support depends. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { Row } from './inventory.ts'
import { notTold, textOf } from './properties.ts'

type Edition = FactValue<'os'>['supportEdition']

/**
 * Most particular first. EnterpriseS and IoTEnterpriseS with their variants (N, Eval, K) are LTSC, called LTSB before 2019.
 * Pro Education and Pro for Workstations end when Pro does.
 */
const EDITIONS: readonly (readonly [RegExp, Extract<Edition, string>])[] = [
  [/^(IoT)?EnterpriseS(N|K|Eval|NEval)?$/i, 'ltsc'],
  [/^(ServerRdsh|Enterprise|IoTEnterprise)/i, 'enterprise'],
  [/^Server/i, 'server'],
  [/^Education/i, 'education'],
  [/^Professional/i, 'pro'],
  [/^(Core|Home|Starter)/i, 'home'],
]

export function editionOf(row: Row): Edition {
  // "Server" or "Server Core"; desktops say "Client".
  if (/^Server/i.test(textOf(row, 'InstallationType') ?? '')) return 'server'
  const id = textOf(row, 'EditionID')
  if (id === undefined) return notTold(row, 'EditionID')
  return EDITIONS.find(([pattern]) => pattern.test(id))?.[1] ?? 'other'
}
