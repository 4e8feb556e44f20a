/** A system disk that says it is failing takes the work of its user along. */
import { always, equal } from './condition.ts'
import type { Rule } from './rule.ts'
import { sentence } from './words.ts'

export const diskHealthRule: Rule = {
  code: 'disk-health',
  title: { vi: 'Ổ hệ thống còn tốt', en: 'Healthy system disk' },
  question: { vi: 'Ổ hệ thống có tự báo sắp hỏng không?', en: 'Does the system disk say that it is failing?' },
  facts: ['disks'],
  asked: 'always',
  follows: 'nothing',
  holdsUp: false,
  after: [],
  points: 9,
  remedies: ['add-ssd', 'none'],
  source: { title: 'SMART; MSFT_PhysicalDisk.HealthStatus' },
  cases: () => [
    {
      when: equal('systemDiskHealth', 'failing'),
      gives: 'add-ssd',
      says: () => sentence('Ổ hệ thống tự báo sắp hỏng.', 'The system disk says that it is failing.'),
    },
    {
      when: equal('systemDiskHealth', 'warning'),
      gives: 'none',
      says: () => sentence('Ổ hệ thống có dấu hiệu cần theo dõi.', 'The system disk shows signs to watch.'),
    },
    { when: always, gives: 'meets', says: () => sentence('Ổ hệ thống tốt.', 'The system disk is well.') },
  ],
}
