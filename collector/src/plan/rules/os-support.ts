/** An operating system its maker still mends on the day. */
import { isUnknown } from '@somay/shared/unknown.ts'
import { type Measures, NEVER } from '../measures/measures.ts'
import { all, always, any, atLeast, equal, not } from './condition.ts'
import type { Rule } from './rule.ts'
import { day, sentence } from './words.ts'

export const osSupportRule: Rule = {
  code: 'os-support',
  title: { vi: 'Hệ điều hành còn hỗ trợ', en: 'Operating system in support' },
  question: { vi: 'Hãng còn vá hệ điều hành này vào ngày đó không?', en: 'Does the maker still mend this system on that day?' },
  facts: ['os'],
  asked: 'always',
  follows: 'policy',
  holdsUp: true,
  after: [],
  points: 8,
  remedies: ['license-os', 'upgrade-os'],
  source: { title: 'endoflife.date; Microsoft Lifecycle', address: 'https://learn.microsoft.com/lifecycle/' },
  cases: ({ extendedSupport, windows11 }, on) => {
    const isSupported = extendedSupport ? any(atLeast('supportEndsOn', on), atLeast('extendedEndsOn', on)) : atLeast('supportEndsOn', on)
    const endOf = ({ supportEndsOn, extendedEndsOn }: Measures) =>
      extendedSupport && !isUnknown(extendedEndsOn) ? extendedEndsOn : supportEndsOn
    /** That it ended is said only where no support is left for sure. */
    const ended = ({ supportEndsOn, extendedEndsOn }: Measures): string | undefined => {
      const last = extendedSupport ? extendedEndsOn : supportEndsOn
      return !isUnknown(last) && last < on ? last : undefined
    }
    // An older Windows that Windows 11 follows; servers and other systems are none.
    const isEnough = windows11 ? all(isSupported, not(equal('mayGoToWindows11', true))) : isSupported
    return [
      {
        when: isEnough,
        gives: 'meets',
        says: (measures) =>
          endOf(measures) === NEVER
            ? sentence('Còn hỗ trợ, chưa công bố ngày hết.', 'In support, no end is announced.')
            : sentence('Còn hỗ trợ đến {0}.', 'In support until {0}.', day(endOf(measures))),
      },
      {
        when: equal('upgradesForFree', false),
        gives: 'license-os',
        says: (measures) => {
          const last = ended(measures)
          return last === undefined
            ? sentence('Chính sách chọn Windows 11; bản mới cần bản quyền.', 'The policy asks for Windows 11; it needs a licence.')
            : sentence('Hết hỗ trợ từ {0}; bản mới cần bản quyền.', 'Support ended on {0}; a newer one needs a licence.', day(last))
        },
      },
      {
        when: always,
        gives: 'upgrade-os',
        says: (measures) => {
          const last = ended(measures)
          return last === undefined
            ? sentence('Chính sách chọn Windows 11.', 'The policy asks for Windows 11.')
            : sentence('Hết hỗ trợ từ {0}.', 'Support ended on {0}.', day(last))
        },
      },
    ]
  },
}
