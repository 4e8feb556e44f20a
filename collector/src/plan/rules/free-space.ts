/** Room for updates and work on the system volume. */
import { always, atLeast, below } from './condition.ts'
import type { Rule } from './rule.ts'
import { OWN_POLICY, sentence, size } from './words.ts'

/** Less than this no cleaning makes room in: Windows alone with its updates fills it. */
const SMALL_DISK_BYTES = 64_000_000_000

export const freeSpaceRule: Rule = {
  code: 'free-space',
  title: { vi: 'Còn chỗ trống', en: 'Free space' },
  question: { vi: 'Ổ hệ thống có còn đủ chỗ không?', en: 'Is there room on the system volume?' },
  facts: ['usage', 'disks'],
  asked: 'always',
  follows: 'policy',
  holdsUp: false,
  after: [],
  points: 2,
  remedies: ['add-ssd', 'free-room'],
  source: OWN_POLICY,
  cases: ({ freeBytes }) => [
    {
      when: atLeast('systemFreeBytes', freeBytes),
      gives: 'meets',
      says: ({ systemFreeBytes }) => sentence('Còn trống {0}.', '{0} are free.', size(systemFreeBytes)),
    },
    {
      when: below('systemDiskBytes', SMALL_DISK_BYTES),
      gives: 'add-ssd',
      says: ({ systemDiskBytes, systemFreeBytes }) =>
        sentence(
          'Ổ hệ thống chỉ {0}, còn trống {1}.',
          'The system disk has {0}, of which {1} are free.',
          size(systemDiskBytes),
          size(systemFreeBytes),
        ),
    },
    {
      when: always,
      gives: 'free-room',
      says: ({ systemFreeBytes }) => sentence('Chỉ còn trống {0}.', 'Only {0} are free.', size(systemFreeBytes)),
    },
  ],
}
