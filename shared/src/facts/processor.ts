/** The processor with family, model and stepping, on which Windows 11 readiness is decided. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, wholeNumber, words } from './spec.ts'

export const processorFact = fact({
  name: 'processor',
  title: { vi: 'Bộ xử lý', en: 'Processor' },
  sentence: {
    vi: 'Tên, số nhân, xung nhịp và mã CPUID (family, model, stepping) của bộ xử lý.',
    en: 'Name, cores, clock and CPUID (family, model, stepping) of the processor.',
  },
  value: Type.Object({
    name: text('Tên', 'Name'),
    vendor: orUnknown(text('Hãng (CPUID)', 'Vendor (CPUID)', 50)),
    family: orUnknown(wholeNumber('Family', 'Family', 'code', 1_000)),
    model: orUnknown(wholeNumber('Model', 'Model', 'code', 100_000)),
    stepping: orUnknown(wholeNumber('Stepping', 'Stepping', 'code', 1_000)),
    sockets: orUnknown(wholeNumber('Số bộ xử lý', 'Sockets', 'count', 64)),
    cores: orUnknown(wholeNumber('Số nhân', 'Cores', 'count', 4_096)),
    threads: orUnknown(wholeNumber('Số luồng', 'Threads', 'count', 8_192)),
    maxMhz: orUnknown(wholeNumber('Xung nhịp tối đa', 'Maximum clock', 'MHz', 100_000)),
    architecture: orUnknown(Type.Enum(['x86', 'x64', 'arm64', 'other'], words('Kiến trúc', 'Architecture'))),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: {
    name: 'Intel(R) Core(TM) i3-4150 CPU @ 3.50GHz',
    vendor: 'GenuineIntel',
    family: 6,
    model: 60,
    stepping: 3,
    sockets: 1,
    cores: 2,
    threads: 4,
    maxMhz: 3500,
    architecture: 'x64',
  },
})
