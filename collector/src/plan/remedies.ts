/** What can be done about a PC: bought, licensed, done for money or not, or done by hand for nothing. */
import { REMEDY_WORDS, type Remedy } from '@somay/shared/text/plan.ts'

export type { Remedy } from '@somay/shared/text/plan.ts'

type Kind = 'purchase' | 'licence' | 'service' | 'work'

export const REMEDY_KINDS: Readonly<Record<Remedy, Kind>> = {
  'add-memory': 'purchase',
  'swap-memory': 'purchase',
  'add-ssd': 'purchase',
  'replace-battery': 'purchase',
  'license-os': 'licence',
  'upgrade-os': 'service',
  replace: 'purchase',
  'free-room': 'work',
  'install-updates': 'work',
  'check-firmware': 'work',
  'protect-from-malware': 'work',
  encrypt: 'work',
  none: 'work',
}

/** In the order in which a planner reads them. */
export const REMEDY_NAMES = Object.keys(REMEDY_WORDS) as readonly Remedy[]
