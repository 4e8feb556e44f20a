/** A solid-state disk under the system: a spinning one is what makes most old PCs slow. */
import { always, equal, not } from './condition.ts'
import type { Rule } from './rule.ts'
import { OWN_POLICY, sentence } from './words.ts'

export const systemSsdRule: Rule = {
  code: 'system-ssd',
  title: { vi: 'Ổ hệ thống SSD', en: 'SSD as system disk' },
  question: { vi: 'Hệ điều hành có nằm trên ổ SSD không?', en: 'Does the system lie on an SSD?' },
  facts: ['disks'],
  asked: 'always',
  follows: 'policy',
  holdsUp: true,
  after: [],
  points: 4,
  remedies: ['add-ssd'],
  source: OWN_POLICY,
  cases: ({ systemDiskSsd }) => [
    ...(systemDiskSsd
      ? []
      : [{ when: always, gives: 'meets' as const, says: () => sentence('Chính sách không đòi ổ SSD.', 'The policy asks for no SSD.') }]),
    {
      when: not(equal('systemDiskKind', 'hdd')),
      gives: 'meets',
      says: ({ systemDiskKind }) =>
        systemDiskKind === 'ssd'
          ? sentence('Ổ hệ thống là SSD.', 'The system disk is an SSD.')
          : sentence('Ổ hệ thống không phải ổ quay.', 'The system disk does not spin.'),
    },
    {
      when: always,
      gives: 'add-ssd',
      says: () => sentence('Hệ điều hành nằm trên ổ quay (HDD).', 'The system lies on a spinning disk.'),
    },
  ],
}
