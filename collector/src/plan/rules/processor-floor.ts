/** A processor that does daily work at all: 64 bits, cores and clock. */
import { all, always, any, below, equal, known, not } from './condition.ts'
import type { Rule } from './rule.ts'
import { count, OWN_POLICY, sentence } from './words.ts'

export const processorFloorRule: Rule = {
  code: 'processor-floor',
  title: { vi: 'Bộ xử lý đủ dùng', en: 'Processor good enough' },
  question: { vi: 'Bộ xử lý có đạt mức tối thiểu không?', en: 'Does the processor reach the floor?' },
  facts: ['processor', 'os'],
  asked: 'always',
  follows: 'policy',
  holdsUp: true,
  after: [],
  points: 6,
  remedies: ['replace'],
  source: OWN_POLICY,
  cases: ({ cores, maxMhz }) => [
    {
      when: equal('bits64', false),
      gives: 'replace',
      says: () =>
        sentence(
          'Bộ xử lý 32 bit, không hệ điều hành nào còn hỗ trợ chạy được.',
          'A processor of 32 bits, on which no system in support runs.',
        ),
    },
    {
      // Macs do not tell the clock of Apple's processors, and there is none below any floor that makes sense.
      // Windows tells the base clock, which new processors for offices have at 800 MHz: what Windows 11 takes is good enough.
      when: any(
        all(any(known('maxMhz'), not(equal('osFamily', 'macos'))), not(equal('windows11Processor', true)), below('maxMhz', maxMhz)),
        below('cores', cores),
      ),
      gives: 'replace',
      says: (measures) =>
        sentence(
          'Bộ xử lý {0} nhân, {1} MHz; cần từ {2} nhân, {3} MHz.',
          'A processor of {0} cores and {1} MHz; {2} cores and {3} MHz are wanted.',
          count(measures.cores),
          count(measures.maxMhz),
          count(cores),
          count(maxMhz),
        ),
    },
    {
      when: always,
      gives: 'meets',
      says: (measures) =>
        sentence('Bộ xử lý {0} nhân, {1} MHz.', 'A processor of {0} cores and {1} MHz.', count(measures.cores), count(measures.maxMhz)),
    },
  ],
}
