/**
 * Which processors Windows 11 takes, by family, model and stepping as Microsoft's readiness check does it, with the few its published list
 * names otherwise. Sources: Microsoft, "Windows processor requirements" (learn.microsoft.com/windows-hardware/design/minimum/windows-processor-requirements)
 * and the rules of HardwareReadiness.ps1 (aka.ms/HWReadinessScript). Looked up on 2026-11-24.
 */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { isUnknown, unknown } from '@somay/shared/unknown.ts'
import type { Measured } from '../measures/measured.ts'

type Processor = FactValue<'processor'>

/** Named on the list though its CPUID is one of those refused, or taken on a few makes of PC alone, which nobody can tell from here. */
const NAMED: readonly (readonly [RegExp, Measured<boolean>])[] = [
  [/\b3867U\b/, true],
  [/\b7820HQ\b/, unknown('not-supported', 'the i7-7820HQ is taken on a few PCs alone (Surface Studio 2, Precision 5520)')],
  [
    /\b(m3-8100Y|i5-8200Y|i5-8210Y|i5-8310Y|i7-8500Y|4425Y)\b/,
    unknown('not-supported', 'the list names processors of the 8th generation with this CPUID, which the check refuses'),
  ],
  [/Athlon 3000G\b/, unknown('not-supported', 'the list names the Athlon 3000G, but its CPUID is one the check refuses')],
]

export function windows11Takes(processor: Processor): Measured<boolean> {
  const named = NAMED.find(([name]) => name.test(processor.name))
  if (named) return named[1]
  if (processor.architecture === 'x86') return false
  if (processor.architecture === 'arm64') return armTaken(processor.name)
  const { vendor, family, model, stepping } = processor
  if (isUnknown(vendor)) return vendor
  if (isUnknown(family)) return family
  if (isUnknown(model)) return model
  if (vendor === 'GenuineIntel') return intelTaken(family, model, stepping)
  if (vendor === 'AuthenticAMD') return amdTaken(family, model)
  return unknown('not-supported', `no rule is known for processors of ${vendor}`)
}

/** The 8th generation begins within models 142 and 158, with another stepping; 85 are the X and W series of the 7th. */
function intelTaken(family: number, model: number, stepping: Processor['stepping']): Measured<boolean> {
  if (family < 6 || family === 15) return false
  if (family !== 6) return unknown('not-supported', `no rule is known for Intel's family ${family}`)
  if (model <= 95) return model === 85
  if (model !== 142 && model !== 158) return true
  return isUnknown(stepping) ? stepping : stepping !== 9
}

/** Family 23 is Zen to Zen 2, of which models 1 and 17 are the first Zen. */
function amdTaken(family: number, model: number): Measured<boolean> {
  if (family < 23) return false
  if (family === 23) return model !== 1 && model !== 17
  return true
}

function armTaken(name: string): Measured<boolean> {
  if (/snapdragon.*(850|7c|8c|8cx|\bX\b)|microsoft sq/i.test(name)) return true
  return unknown('not-supported', 'no rule is known for this ARM processor')
}
