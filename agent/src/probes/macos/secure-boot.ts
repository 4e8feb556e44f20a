/** Whether a Mac starts only what Apple signed: Apple silicon and Macs with a T2 can see to that, older ones cannot. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { architectureOf } from './architecture.ts'
import { type MacReading, type Row, rowOf, rowsOf, textOf } from './profile.ts'
import { wordsOf } from './properties.ts'
import { enabledByWord } from './startup-words.ts'

type SecureBoot = FactValue<'secure-boot'>

/** AppleSecureBootPolicy: 2 full, 1 medium, 0 none; nvram writes bytes as %02. */
const POLICY = /AppleSecureBootPolicy\s+%0([012])\s*$/
const LEVEL = 'ibridge_secure_boot'

export function parseSecureBootOnMac(mac: MacReading | undefined): FactBody<SecureBoot> {
  const kind = architectureOf(mac)
  if (isUnknown(kind)) return kind
  const known = kind === 'arm64' ? onAppleSilicon(mac) : onIntel(mac)
  return isUnknown(known) ? known : { known, source: 'SPiBridgeDataType, nvram' }
}

function onAppleSilicon(mac: MacReading | undefined): SecureBoot | Unknown {
  const bridge = rowOf(mac, 'SPiBridgeDataType')
  if (bridge.kind !== 'read') return because(bridge)
  return { capable: true, enabled: enabledIn(mac, bridge.value) }
}

function enabledIn(mac: MacReading | undefined, row: Row): boolean | Unknown {
  const level = wordsOf(row, LEVEL)
  return level === undefined ? unknown('not-supported', `${LEVEL}: macOS does not tell`) : enabledByWord(level, textOf(mac, 'startupWords'))
}

/** The variable of the firmware says it in a number; what a T2 is set to is told in words by newer systems alone. */
function onIntel(mac: MacReading | undefined): SecureBoot | Unknown {
  const policy = textOf(mac, 'startupPolicy')
  const level = policy.kind === 'read' ? POLICY.exec(policy.value.trim())?.[1] : undefined
  if (level !== undefined) return { capable: true, enabled: level !== '0' }
  const bridges = rowsOf(mac, 'SPiBridgeDataType')
  if (bridges.kind !== 'read') return because(bridges)
  const [bridge] = bridges.value
  if (bridge === undefined) return withoutBridge(mac)
  // The T1 of 2016 and 2017 only saw to the Touch Bar.
  if (/\bT1\b/.test(wordsOf(bridge, 'ibridge_model_name') ?? '')) return NOT_CAPABLE
  if (wordsOf(bridge, LEVEL) !== undefined) return { capable: true, enabled: enabledIn(mac, bridge) }
  return policy.kind === 'read' ? unknown('failed', 'AppleSecureBootPolicy: not understood') : because(policy)
}

const NOT_CAPABLE: SecureBoot = { capable: false, enabled: false }

/** "None listed" means none where the version of the firmware names no such chip either. */
function withoutBridge(mac: MacReading | undefined): SecureBoot | Unknown {
  const hardware = rowOf(mac, 'SPHardwareDataType')
  if (hardware.kind !== 'read') return because(hardware)
  const firmware = wordsOf(hardware.value, 'boot_rom_version')
  if (firmware === undefined) return unknown('not-supported', 'boot_rom_version: macOS does not tell')
  return firmware.includes('iBridge') ? unknown('failed', 'SPiBridgeDataType: the security chip is not listed') : NOT_CAPABLE
}
