/** Measures of the processor: word length, cores, clock, and whether Windows 11 takes it. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Reference } from '../reference/reference.ts'
import { windows11Takes } from '../reference/windows-11-processors.ts'
import { type Facts, type Measured, of, whenKnown } from './measured.ts'
import type { Measures } from './measures.ts'

export function processorMeasures(
  facts: Facts,
  _reference: Reference,
): Pick<Measures, 'windows11Processor' | 'bits64' | 'cores' | 'maxMhz'> {
  return {
    windows11Processor: of(facts, 'processor', windows11Takes),
    bits64: of(facts, 'processor', bits64Of),
    cores: of(facts, 'processor', ({ cores, sockets }) => whenKnown(cores, (n) => whenKnown(sockets, () => n))),
    maxMhz: of(facts, 'processor', ({ maxMhz }) => maxMhz),
  }
}

function bits64Of({ architecture }: FactValue<'processor'>): Measured<boolean> {
  return whenKnown(architecture, (one) =>
    // Of 64 bits too, or of 32: the report does not say.
    one === 'other' ? unknown('not-supported', 'the architecture is neither x86, x64 nor arm64') : one !== 'x86',
  )
}
