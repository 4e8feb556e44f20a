/** What Windows 11 asks of memory and disk: 4 GB and 64 GB. */
import { all, always, any, atLeast, known, not } from './condition.ts'
import type { Rule } from './rule.ts'
import { memoryOf, sentence, size } from './words.ts'

const SOURCE = { title: 'Windows 11 requirements', address: 'https://www.microsoft.com/windows/windows-11-specifications' }
const GIB = 1024 ** 3
/** What the system sees of 4 GiB when graphics took the most. */
const VISIBLE_OF_FOUR = 2 * GIB + 1
/** Makers count 1,000,000,000 bytes a gigabyte, and a disk sold with 64 of them is taken. */
const DISK_BYTES = 63_000_000_000

export const win11MemoryRule: Rule = {
  code: 'win11-memory',
  title: { vi: 'Windows 11: RAM 4 GB', en: 'Windows 11: 4 GB of memory' },
  question: { vi: 'Máy có từ 4 GB RAM không?', en: 'Has the PC 4 GB of memory?' },
  facts: ['memory'],
  asked: 'windows-11',
  follows: 'nothing',
  holdsUp: false,
  after: ['memory'],
  points: 0,
  remedies: ['add-memory', 'swap-memory'],
  source: SOURCE,
  cases: () => [
    {
      when: any(atLeast('memoryBytes', 4 * GIB), all(not(known('memoryBytes')), atLeast('memoryVisibleBytes', VISIBLE_OF_FOUR))),
      gives: 'meets',
      says: (measures) => sentence('RAM {0}.', '{0} of memory.', memoryOf(measures)),
    },
    { when: atLeast('memoryFreeSlots', 1), gives: 'add-memory', says: () => sentence('RAM dưới 4 GB.', 'Less than 4 GB of memory.') },
    { when: always, gives: 'swap-memory', says: () => sentence('RAM dưới 4 GB.', 'Less than 4 GB of memory.') },
  ],
}

export const win11DiskRule: Rule = {
  code: 'win11-disk',
  title: { vi: 'Windows 11: ổ 64 GB', en: 'Windows 11: disk of 64 GB' },
  question: { vi: 'Ổ hệ thống có từ 64 GB không?', en: 'Has the system disk 64 GB?' },
  facts: ['disks'],
  asked: 'windows-11',
  follows: 'nothing',
  holdsUp: false,
  after: ['system-ssd'],
  points: 0,
  remedies: ['add-ssd'],
  source: SOURCE,
  cases: () => [
    {
      when: atLeast('systemDiskBytes', DISK_BYTES),
      gives: 'meets',
      says: ({ systemDiskBytes }) => sentence('Ổ hệ thống {0}.', 'A system disk of {0}.', size(systemDiskBytes)),
    },
    {
      when: always,
      gives: 'add-ssd',
      says: ({ systemDiskBytes }) => sentence('Ổ hệ thống chỉ {0}.', 'The system disk has {0} only.', size(systemDiskBytes)),
    },
  ],
}
