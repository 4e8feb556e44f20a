/** Whether Windows 11 takes the processor: nothing mends one it does not take. */
import { always, any, equal } from './condition.ts'
import type { Rule } from './rule.ts'
import { sentence } from './words.ts'

export const win11ProcessorRule: Rule = {
  code: 'win11-processor',
  title: { vi: 'Windows 11: bộ xử lý', en: 'Windows 11: processor' },
  question: { vi: 'Windows 11 có nhận bộ xử lý này không?', en: 'Does Windows 11 take this processor?' },
  facts: ['processor'],
  asked: 'windows-11',
  follows: 'nothing',
  holdsUp: true,
  after: [],
  points: 0,
  remedies: ['replace'],
  source: {
    title: 'Windows processor requirements',
    address: 'https://learn.microsoft.com/windows-hardware/design/minimum/windows-processor-requirements',
  },
  cases: () => [
    {
      when: any(equal('windows11Processor', false), equal('bits64', false)),
      gives: 'replace',
      says: () => sentence('Windows 11 không nhận bộ xử lý này.', 'Windows 11 does not take this processor.'),
    },
    { when: always, gives: 'meets', says: () => sentence('Windows 11 nhận bộ xử lý này.', 'Windows 11 takes this processor.') },
  ],
}
