/** Cuts the measures of a PC from its facts; pure, with the reference data as it is given. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import type { Reference } from '../reference/reference.ts'
import { hardwareMeasures } from './hardware.ts'
import type { Facts } from './measured.ts'
import type { Measures } from './measures.ts'
import { memoryMeasures } from './memory.ts'
import { natureMeasures } from './nature.ts'
import { osMeasures } from './os.ts'
import { processorMeasures } from './processor.ts'
import { securityMeasures } from './security.ts'

/** `yearInUse` as the register has it; undefined when the PC is no asset of it, or its list names no year. */
export function measure(facts: Facts, yearInUse: number | undefined, reference: Reference): Measures {
  return {
    ...memoryMeasures(facts),
    ...hardwareMeasures(facts),
    ...natureMeasures(facts),
    ...osMeasures(facts, reference),
    ...processorMeasures(facts, reference),
    ...securityMeasures(facts),
    yearInUse: yearInUse ?? NOT_LISTED,
  }
}

/** The accountant's list must tell it: no probe can. */
const NOT_LISTED: Unknown = unknown('not-supported', 'the register names no year')
