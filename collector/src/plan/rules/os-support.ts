/** An operating system its maker still mends on the day. */
import { NEVER } from '../measures/measures.ts'
import { always, atLeast, equal } from './condition.ts'
import type { Rule } from './rule.ts'
import { day, sentence } from './words.ts'

export const osSupportRule: Rule = {
  code: 'os-support',
  title: { vi: 'Hệ điều hành còn hỗ trợ', en: 'Operating system in support' },
  question: { vi: 'Hãng còn vá hệ điều hành này vào ngày đó không?', en: 'Does the maker still mend this system on that day?' },
  facts: ['os'],
  asked: 'always',
  holdsUp: true,
  after: [],
  points: 8,
  remedies: ['license-os', 'upgrade-os'],
  source: { title: 'endoflife.date; Microsoft Lifecycle', address: 'https://learn.microsoft.com/lifecycle/' },
  cases: ({ extendedSupport }, on) => {
    const measure = extendedSupport ? 'extendedEndsOn' : 'supportEndsOn'
    return [
      {
        when: atLeast(measure, on),
        gives: 'meets',
        says: (measures) =>
          measures[measure] === NEVER
            ? sentence('Còn hỗ trợ, chưa công bố ngày hết.', 'In support, no end is announced.')
            : sentence('Còn hỗ trợ đến {0}.', 'In support until {0}.', day(measures[measure])),
      },
      {
        when: equal('upgradesForFree', false),
        gives: 'license-os',
        says: (measures) =>
          sentence(
            'Hết hỗ trợ từ {0}; bản mới cần bản quyền.',
            'Support ended on {0}; a newer one needs a licence.',
            day(measures[measure]),
          ),
      },
      {
        when: always,
        gives: 'upgrade-os',
        says: (measures) => sentence('Hết hỗ trợ từ {0}.', 'Support ended on {0}.', day(measures[measure])),
      },
    ]
  },
}
