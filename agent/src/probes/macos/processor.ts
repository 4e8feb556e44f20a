/** The processor with its CPUID numbers, which Apple silicon does not have, from the kernel. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import { architectureOf } from './architecture.ts'
import { type MacReading, rowOf } from './profile.ts'
import { ask, wordsOf } from './properties.ts'
import { kernelCount, kernelNumber, kernelText } from './sysctl.ts'

type Processor = FactValue<'processor'>

const HZ_PER_MHZ = 1_000_000

export function parseProcessorOnMac(mac: MacReading | undefined): FactBody<Processor> {
  const name = nameOf(mac)
  if (typeof name !== 'string') return name
  const vendor = kernelText(mac, 'machdep.cpu.vendor')
  return {
    known: {
      name: name.replace(/\s+/g, ' '),
      vendor: isUnknown(vendor) ? vendor : vendor.slice(0, 50),
      family: kernelNumber(mac, 'machdep.cpu.family'),
      model: kernelNumber(mac, 'machdep.cpu.model'),
      stepping: kernelNumber(mac, 'machdep.cpu.stepping'),
      sockets: kernelCount(mac, 'hw.packages'),
      // The most there are; the others count what is switched on to save power.
      cores: kernelCount(mac, 'hw.physicalcpu_max'),
      threads: kernelCount(mac, 'hw.logicalcpu_max'),
      maxMhz: clockOf(mac),
      architecture: architectureOf(mac),
    },
    source: 'sysctl',
  }
}

/** Where the kernel was not asked, system_profiler still names an Apple chip; what it calls an Intel one names no model. */
function nameOf(mac: MacReading | undefined): ReturnType<typeof kernelText> {
  const name = kernelText(mac, 'machdep.cpu.brand_string')
  if (typeof name === 'string') return name
  const chip = ask(rowOf(mac, 'SPHardwareDataType'), 'chip_type', wordsOf)
  return typeof chip === 'string' ? chip : name
}

function clockOf(mac: MacReading | undefined): Processor['maxMhz'] {
  const hertz = kernelCount(mac, 'hw.cpufrequency_max')
  return typeof hertz === 'number' ? Math.round(hertz / HZ_PER_MHZ) : hertz
}
