/** What Windows 11 asks of memory and disk: 4 GB and 64 GB. */
import { always, atLeast, below } from './condition.ts'
import { cannotTake, hasMemory, noRoom } from './memory.ts'
import type { Rule } from './rule.ts'
import { memoryOf, sentence, size } from './words.ts'

const SOURCE = { title: 'Windows 11 requirements', address: 'https://www.microsoft.com/windows/windows-11-specifications' }
const MEMORY_BYTES = 4 * 1024 ** 3
/** Makers count 1,000,000,000 bytes a gigabyte, and a disk sold with 64 of them is taken. */
const DISK_BYTES = 63_000_000_000

const tooLittle = () => sentence('RAM dưới 4 GB.', 'Less than 4 GB of memory.')

export const win11MemoryRule: Rule = {
  code: 'win11-memory',
  title: { vi: 'Windows 11: RAM 4 GB', en: 'Windows 11: 4 GB of memory' },
  question: { vi: 'Máy có từ 4 GB RAM không?', en: 'Has the PC 4 GB of memory?' },
  facts: ['memory'],
  asked: 'windows-11',
  follows: 'nothing',
  // Only under a policy that asks for less the rule of memory has not said it already.
  holdsUp: true,
  after: ['memory'],
  points: 0,
  remedies: ['replace', 'add-memory', 'swap-memory'],
  source: SOURCE,
  cases: () => [
    {
      when: hasMemory(MEMORY_BYTES),
      gives: 'meets',
      says: (measures) => sentence('RAM {0}.', '{0} of memory.', memoryOf(measures)),
    },
    { when: cannotTake(MEMORY_BYTES), gives: 'replace', says: (measures) => noRoom(measures, MEMORY_BYTES) },
    { when: below('memoryFreeSlots', 1), gives: 'swap-memory', says: tooLittle },
    { when: atLeast('memoryAddedBytes', MEMORY_BYTES), gives: 'add-memory', says: tooLittle },
    { when: always, gives: 'swap-memory', says: tooLittle },
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
