/** Updates that came out a while ago are in. */
import { dayBefore } from '@somay/shared/text/days.ts'
import { NEVER } from '../measures/measures.ts'
import { always, atLeast } from './condition.ts'
import type { Rule } from './rule.ts'
import { count, day, sentence } from './words.ts'

export const patchAgeRule: Rule = {
  code: 'patch-age',
  title: { vi: 'Bản vá không quá hạn', en: 'Patches not overdue' },
  question: { vi: 'Máy có thiếu bản vá đã ra lâu không?', en: 'Does the PC lack an update that came out long ago?' },
  facts: ['os'],
  asked: 'always',
  holdsUp: false,
  after: ['os-support'],
  points: 3,
  remedies: ['install-updates'],
  source: { title: 'Windows release information', address: 'https://learn.microsoft.com/windows/release-health/' },
  cases: ({ patchDays }, on) => [
    {
      when: atLeast('missingSince', daysBack(on, patchDays)),
      gives: 'meets',
      says: ({ missingSince }) =>
        missingSince === NEVER
          ? sentence('Không có bản vá nào mới hơn trong bảng.', 'The table knows no later update.')
          : sentence('Bản vá kế tiếp mới ra ngày {0}.', 'The next update came out on {0} only.', day(missingSince)),
    },
    {
      when: always,
      gives: 'install-updates',
      says: ({ missingSince }) =>
        sentence(
          'Thiếu bản vá ra từ {0}, quá {1} ngày.',
          'Lacks an update of {0}, more than {1} days ago.',
          day(missingSince),
          count(patchDays),
        ),
    },
  ],
}

function daysBack(on: string, days: number): string {
  let back = on
  for (let left = days; left > 0; left--) back = dayBefore(back)
  return back
}
