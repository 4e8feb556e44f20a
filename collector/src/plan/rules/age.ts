/** Years since the PC was put in use, by the register alone: a firmware's date is a hint and decides nothing. */
import { isUnknown } from '@somay/shared/unknown.ts'
import type { Measures } from '../measures/measures.ts'
import { firstYearWithin } from '../useful-life.ts'
import { always, atLeast, below } from './condition.ts'
import type { Rule } from './rule.ts'
import { sentence } from './words.ts'

const year = (value: Measures['yearInUse']) => () => (isUnknown(value) ? '' : String(value))

export const ageRule: Rule = {
  code: 'age',
  title: { vi: 'Thời gian sử dụng', en: 'Useful life' },
  question: { vi: 'Máy còn trong thời gian sử dụng theo sổ không?', en: 'Is the PC within its useful life by the register?' },
  facts: [],
  asked: 'always',
  follows: 'policy',
  holdsUp: false,
  after: [],
  points: 1,
  remedies: ['replace', 'none'],
  source: { title: 'Thông tư 23/2023/TT-BTC' },
  cases: ({ usefulLifeYears, replaceAfterYears }, on) => {
    const now = Number(on.slice(0, 4))
    return [
      ...(replaceAfterYears === 0
        ? []
        : [
            {
              when: below('yearInUse', now - replaceAfterYears + 1),
              gives: 'replace' as const,
              says: ({ yearInUse }: Measures) =>
                sentence(
                  'Dùng từ {0}, quá tuổi thay máy của chính sách.',
                  'In use since {0}, older than the policy keeps PCs.',
                  year(yearInUse),
                ),
            },
          ]),
      {
        when: atLeast('yearInUse', firstYearWithin({ usefulLifeYears }, on)),
        gives: 'meets' as const,
        says: ({ yearInUse }: Measures) =>
          sentence('Dùng từ {0}, còn trong thời gian sử dụng.', 'In use since {0}, within its useful life.', year(yearInUse)),
      },
      {
        when: always,
        gives: 'none' as const,
        says: ({ yearInUse }: Measures) =>
          sentence(
            'Dùng từ {0}, đã hết thời gian sử dụng; riêng điều đó chưa phải lý do thay.',
            'In use since {0}, past its useful life; that alone is no reason to replace it.',
            year(yearInUse),
          ),
      },
    ]
  },
}
