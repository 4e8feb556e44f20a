/** Updates that came out a while ago are in; where the table of updates is older than that, nobody can tell. */
import { daysBack } from '@somay/shared/text/days.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import { type Measures, NEVER } from '../measures/measures.ts'
import { always, atLeast, below } from './condition.ts'
import type { Rule } from './rule.ts'
import { count, day, sentence } from './words.ts'

export const patchAgeRule: Rule = {
  code: 'patch-age',
  title: { vi: 'Bản vá không quá hạn', en: 'Patches not overdue' },
  question: { vi: 'Máy có thiếu bản vá đã ra lâu không?', en: 'Does the PC lack an update that came out long ago?' },
  facts: ['os'],
  asked: 'always',
  follows: 'policy',
  holdsUp: false,
  after: ['os-support'],
  points: 3,
  remedies: ['install-updates'],
  source: { title: 'Windows release information', address: 'https://learn.microsoft.com/windows/release-health/' },
  cases: ({ patchDays }, on) => {
    const first = daysBack(on, patchDays)
    const overdue = ({ missingSince }: Measures) =>
      sentence(
        'Thiếu bản vá ra từ {0}, quá {1} ngày.',
        'Lacks an update of {0}, more than {1} days ago.',
        day(missingSince),
        count(patchDays),
      )
    return [
      { when: atLeast('patchedUntil', first), gives: 'meets', says: patched },
      { when: below('missingSince', first), gives: 'install-updates', says: overdue, untold: tableTooOld },
      { when: always, gives: 'install-updates', says: overdue },
    ]
  },
}

function patched({ missingSince, patchedUntil }: Measures) {
  if (!isUnknown(missingSince))
    return sentence('Bản vá kế tiếp mới ra ngày {0}.', 'The next update came out on {0} only.', day(missingSince))
  if (patchedUntil === NEVER)
    return sentence('Đã ở bản vá cuối cùng; hãng không ra thêm.', 'It has the last update; the maker makes no more of them.')
  return sentence('Không thiếu bản vá nào của bảng ngày {0}.', 'Lacks no update of the table of {0}.', day(patchedUntil))
}

/** Undefined where the update level itself was not read. */
function tableTooOld({ patchedUntil }: Measures) {
  if (isUnknown(patchedUntil)) return undefined
  return sentence(
    'Máy không thiếu bản vá nào của bảng ngày {0}, nhưng bảng đã quá cũ: chưa rõ bản vá ra sau ngày đó.',
    'It lacks no update of the table of {0}, but that table is too old: what came out since is unknown.',
    day(patchedUntil),
  )
}
