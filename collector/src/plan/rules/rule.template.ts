/** One sentence on what the rule asks and why it matters to the person at the PC. Copy, rename, and add it to index.ts. */
import { always, atLeast } from './condition.ts'
import type { Rule } from './rule.ts'
import { count, sentence } from './words.ts'

export const templateRule: Rule = {
  code: 'template',
  title: { vi: 'Tên ngắn', en: 'Short title' },
  question: { vi: 'Câu hỏi mà tiêu chí trả lời?', en: 'The question it answers?' },
  facts: ['processor'],
  asked: 'always',
  follows: 'policy',
  holdsUp: false,
  after: [],
  points: 1,
  remedies: ['none'],
  source: { title: 'Where the criterion is published' },
  cases: ({ cores }) => [
    { when: atLeast('cores', cores), gives: 'meets', says: (measures) => sentence('{0} nhân.', '{0} cores.', count(measures.cores)) },
    { when: always, gives: 'none', says: (measures) => sentence('Chỉ {0} nhân.', 'Only {0} cores.', count(measures.cores)) },
  ],
}
