/** A laptop's battery that holds enough of what it once held. */

import { NO_BATTERY } from '../measures/measures.ts'
import { always, below } from './condition.ts'
import type { Rule } from './rule.ts'
import { count, OWN_POLICY, sentence } from './words.ts'

export const batteryWornRule: Rule = {
  code: 'battery-worn',
  title: { vi: 'Pin còn dùng được', en: 'Battery fit for use' },
  question: { vi: 'Pin có chai quá mức không?', en: 'Is the battery worn out?' },
  facts: ['battery', 'usage'],
  asked: 'always',
  follows: 'policy',
  holdsUp: false,
  after: [],
  points: 1,
  remedies: ['replace-battery'],
  source: OWN_POLICY,
  cases: ({ batteryWornPercent }) => [
    {
      when: below('batteryWornPercent', batteryWornPercent),
      gives: 'meets',
      says: ({ batteryWornPercent: worn }) =>
        worn === NO_BATTERY
          ? sentence('Máy không có pin.', 'It has no battery.')
          : sentence('Pin chai {0}%.', 'The battery is worn by {0}%.', count(worn)),
    },
    {
      when: always,
      gives: 'replace-battery',
      says: ({ batteryWornPercent: worn }) => sentence('Pin chai {0}%.', 'The battery is worn by {0}%.', count(worn)),
    },
  ],
}
