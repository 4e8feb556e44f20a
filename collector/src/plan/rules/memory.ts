/** Enough memory for daily work; where not, whether it can be added, must be swapped, or does not go into this board. */
import type { Words } from '@somay/shared/text/words.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import type { Measures } from '../measures/measures.ts'
import { all, always, any, atLeast, below, type Condition, equal, known, not } from './condition.ts'
import type { Rule } from './rule.ts'
import { count, memoryOf, OWN_POLICY, sentence, size } from './words.ts'

/** Graphics on the board takes up to so much of what is installed: what the system sees is that much short. */
const MOST_TAKEN_BYTES = 2 * 1024 ** 3

export const hasMemory = (wanted: number): Condition =>
  any(
    all(known('memoryBytes'), atLeast('memoryBytes', wanted)),
    all(
      not(known('memoryBytes')),
      any(
        atLeast('memoryVisibleBytes', wanted),
        // Between the two it may be that graphics took what is missing: the modules would have to be read.
        all(atLeast('memoryVisibleBytes', wanted - MOST_TAKEN_BYTES), atLeast('memoryBytes', wanted)),
      ),
    ),
  )

/** Where nothing can be taken out, the most that can be is what fits into the free slots. */
export const cannotTake = (wanted: number): Condition =>
  any(below('memoryMaximumBytes', wanted), all(equal('memorySoldered', true), below('memoryAddedBytes', wanted)))

export const memoryRule: Rule = {
  code: 'memory',
  title: { vi: 'Đủ RAM', en: 'Enough memory' },
  question: { vi: 'Máy có đủ RAM cho công việc hằng ngày không?', en: 'Has the PC enough memory for daily work?' },
  facts: ['memory'],
  asked: 'always',
  follows: 'policy',
  holdsUp: true,
  after: [],
  points: 5,
  remedies: ['replace', 'add-memory', 'swap-memory'],
  source: OWN_POLICY,
  cases: ({ memoryBytes: wanted }) => [
    {
      when: hasMemory(wanted),
      gives: 'meets',
      says: (measures) => sentence('RAM {0}, đủ mức {1}.', '{0} of memory, {1} wanted.', memoryOf(measures), size(wanted)),
    },
    { when: cannotTake(wanted), gives: 'replace', says: (measures) => noRoom(measures, wanted) },
    {
      when: below('memoryFreeSlots', 1),
      gives: 'swap-memory',
      says: (measures) =>
        sentence(
          'RAM {0}, cần {1}; hết khe trống, phải thay thanh.',
          '{0} of memory, {1} wanted; no slot is free, modules must be swapped.',
          memoryOf(measures),
          size(wanted),
        ),
    },
    {
      when: atLeast('memoryAddedBytes', wanted),
      gives: 'add-memory',
      says: (measures) =>
        sentence(
          'RAM {0}, cần {1}; còn {2} khe trống, thêm được.',
          '{0} of memory, {1} wanted; free slots: {2}, it can be added.',
          memoryOf(measures),
          size(wanted),
          count(measures.memoryFreeSlots),
        ),
    },
    {
      when: always,
      gives: 'swap-memory',
      says: (measures) =>
        sentence(
          'RAM {0}, cần {1}; thêm vào khe trống chỉ được {2}, phải thay thanh.',
          '{0} of memory, {1} wanted; with the free slots filled it is {2} only, modules must be swapped.',
          memoryOf(measures),
          size(wanted),
          size(measures.memoryAddedBytes),
        ),
    },
  ],
}

export function noRoom(measures: Measures, wanted: number): Words {
  const { memoryMaximumBytes: most, memoryAddedBytes: added, memoryFreeSlots: free } = measures
  if (!isUnknown(most) && most < wanted)
    return sentence(
      'Bo mạch chỉ nhận tối đa {0} RAM, cần {1}.',
      'The board takes {0} of memory at most, {1} wanted.',
      size(most),
      size(wanted),
    )
  if (free === 0)
    return sentence(
      'RAM {0} hàn trên bo mạch, không thêm hay thay được; cần {1}.',
      '{0} of memory soldered to the board, none can be added or swapped; {1} wanted.',
      memoryOf(measures),
      size(wanted),
    )
  return sentence(
    'RAM hàn trên bo mạch, thêm vào khe trống chỉ được {0}; cần {1}.',
    'Memory is soldered to the board, with the free slots filled it is {0} only; {1} wanted.',
    size(added),
    size(wanted),
  )
}
