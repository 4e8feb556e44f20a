/** Measures of what Windows 11 asks of firmware, and of protection against malware and loss. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { isUnknown, unknown } from '@somay/shared/unknown.ts'
import { type Facts, type Measured, of, whenKnown } from './measured.ts'
import type { Measures } from './measures.ts'

export function securityMeasures(facts: Facts): Pick<Measures, 'tpm' | 'secureBootCapable' | 'protectedFromMalware' | 'systemEncrypted'> {
  return {
    tpm: of(facts, 'tpm', tpmOf),
    secureBootCapable: of(facts, 'secure-boot', ({ capable, enabled }) => (enabled === true ? true : capable)),
    protectedFromMalware: of(facts, 'antivirus', protectedBy),
    systemEncrypted: of(facts, 'disk-encryption', encryptedOf),
  }
}

function tpmOf({ present, specVersion }: FactValue<'tpm'>): Measured<'2.0' | '1.2' | 'none'> {
  if (!present) return 'none'
  if (specVersion === undefined) return unknown('failed', 'the version of the TPM was not told')
  // "2.0, 0, 1.38" as Windows writes it.
  return whenKnown(specVersion, (text) =>
    /^\s*2\./.test(text) ? '2.0' : /^\s*1\.[12]/.test(text) ? '1.2' : unknown('failed', `TPM version ${text}`),
  )
}

/** One that is on and fresh is enough; of none the first that is not told makes it unknown. */
function protectedBy({ products }: FactValue<'antivirus'>): Measured<boolean> {
  if (products.some(({ enabled, upToDate }) => enabled === true && upToDate === true)) return true
  const untold = products.flatMap(({ enabled, upToDate }) => [enabled, enabled === false ? false : upToDate]).find(isUnknown)
  return untold ?? false
}

function encryptedOf({ volumes }: FactValue<'disk-encryption'>): Measured<boolean> {
  const holding = volumes.find(({ holdsSystem }) => holdsSystem === true)
  if (!holding) return unknown('failed', 'which volume holds the system was not told')
  return whenKnown(holding.state, (state) => state === 'protected')
}
