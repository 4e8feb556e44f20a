/** The sections of the Windows script: how long each may take, and for which facts it is run. What no wanted fact needs is not run at all. */
import type { FactName } from '@somay/shared/facts/index.ts'

type Section = { readonly limitSeconds: number; readonly facts: readonly FactName[] }

const QUICK_SECONDS = 20
/** Providers that start slowly on an old PC, or ask devices that may be switched off. */
const SLOW_SECONDS = 40
/** Windows Update works out what applies, which takes a minute and more on an old PC. */
const UPDATES_SECONDS = 120

const sections = {
  computer: { limitSeconds: QUICK_SECONDS, facts: ['system', 'board', 'bios', 'chassis', 'memory'] },
  processor: { limitSeconds: QUICK_SECONDS, facts: ['processor'] },
  memory: { limitSeconds: QUICK_SECONDS, facts: ['memory'] },
  os: { limitSeconds: QUICK_SECONDS, facts: ['os', 'usage'] },
  disks: { limitSeconds: SLOW_SECONDS, facts: ['disks'] },
  'updates-pending': { limitSeconds: UPDATES_SECONDS, facts: ['patches'] },
  'updates-history': { limitSeconds: SLOW_SECONDS, facts: ['patches'] },
  'updates-installed': { limitSeconds: SLOW_SECONDS, facts: ['patches'] },
  'updates-policy': { limitSeconds: SLOW_SECONDS, facts: ['patches', 'usage'] },
  firmware: { limitSeconds: SLOW_SECONDS, facts: ['bios', 'secure-boot'] },
  tpm: { limitSeconds: SLOW_SECONDS, facts: ['tpm'] },
  volumes: { limitSeconds: QUICK_SECONDS, facts: ['volumes', 'usage'] },
  graphics: { limitSeconds: QUICK_SECONDS, facts: ['graphics'] },
  monitors: { limitSeconds: QUICK_SECONDS, facts: ['monitors'] },
  battery: { limitSeconds: QUICK_SECONDS, facts: ['battery', 'usage'] },
  network: { limitSeconds: QUICK_SECONDS, facts: ['network-adapters'] },
  antivirus: { limitSeconds: QUICK_SECONDS, facts: ['antivirus'] },
  firewall: { limitSeconds: QUICK_SECONDS, facts: ['firewall'] },
  encryption: { limitSeconds: SLOW_SECONDS, facts: ['disk-encryption'] },
  printers: { limitSeconds: SLOW_SECONDS, facts: ['printers'] },
  software: { limitSeconds: SLOW_SECONDS, facts: ['software'] },
  'signed-in-user': { limitSeconds: QUICK_SECONDS, facts: ['signed-in-user'] },
} satisfies Record<string, Section>

export type SectionName = keyof typeof sections

export const SECTIONS: Readonly<Record<SectionName, Section>> = sections

/** In the order of the table: what identifies the PC first, what takes long early, so that it runs beside the rest. */
export function sectionsFor(facts: readonly FactName[]): SectionName[] {
  const names = Object.keys(sections) as SectionName[]
  return names.filter((name) => SECTIONS[name].facts.some((fact) => facts.includes(fact)))
}
