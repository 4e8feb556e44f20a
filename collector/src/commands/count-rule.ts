/** `count-rule`: shows the rule by which PCs are counted, or makes a new version of it. */

import type { CountRules } from '@somay/shared/api/count-rules.ts'
import { BLOCKS } from '@somay/shared/text/choices.ts'
import { LONGEST_DAYS, replacedFrom } from '@somay/shared/text/count-rule.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayFrom, dayText } from '@somay/shared/text/days.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { type CountRule, ruleOn } from '../counting/rule.ts'
import { readCountRules } from '../fleet/count-rules/query.ts'
import { changeRule } from '../store/count-rules.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'

const lineOf = (rule: CountRules['versions'][number], current: number): string =>
  [
    shown(rule),
    ...(rule.fromDay === undefined ? [] : [`from ${rule.fromDay} on`]),
    ...(rule.replacedBy === undefined ? [] : [notInForce(rule.replacedBy)]),
    ...(rule.version === current ? ["today's"] : []),
  ].join(', ')

const notInForce = (by: number): string => `không áp dụng: bản ${by} thay / not in force: version ${by} took its place`

const shown = ({ version, windowDays, silentDays, blocks }: CountRule): string =>
  `version ${version}: connected within ${windowDays} days, silent after ${silentDays} days, total of blocks ${blocks.join(', ')}`

export const countRuleCommand: Command = {
  summary: 'show the rule by which PCs are counted, in all its versions',
  flags: STORE_FLAGS,
  run: (values) =>
    withLedger(values, async (database) => {
      const { versions, current } = await readCountRules(database, todayOf(values))
      for (const rule of versions.toReversed()) console.log(lineOf(rule, current))
    }),
}

export const countRuleChange: Command = {
  summary:
    'count by another rule (--window-days N --silent-days N --blocks I,II --from 2025-07-01; from today unless named); earlier versions stay',
  flags: {
    ...STORE_FLAGS,
    'window-days': { type: 'string' },
    'silent-days': { type: 'string' },
    blocks: { type: 'string' },
    from: { type: 'string' },
  },
  run: (values) =>
    withLedger(values, async (database) => {
      const fromDay = dayOfFlag(values.from ?? todayOf(values))
      const before = await ruleOn(database, fromDay)
      const rule = {
        windowDays: daysOf('window-days', values['window-days'], before.windowDays),
        silentDays: daysOf('silent-days', values['silent-days'], before.silentDays),
        blocks: values.blocks === undefined ? before.blocks : blocksOf(values.blocks),
      }
      const { versions } = await readCountRules(database, fromDay)
      const version = await changeRule(database, { ...rule, fromDay }, caller(), Date.now(), before)
      console.log(`${shown({ version, ...rule })}, from ${fromDay} on`)
      for (const gone of replacedFrom(versions, fromDay))
        console.log(`version ${gone.version}, from ${gone.fromDay} on: ${notInForce(version)}`)
    }),
}

function todayOf(values: Readonly<Record<string, string | undefined>>): string {
  return dayText(dayOf(Date.now(), settingsOf(values).timeZone))
}

function dayOfFlag(text: string): string {
  if (dayFrom(text)) return text
  throw new SettingRefused({
    vi: `--from: không có ngày "${text}"; hãy viết như 2025-07-01.`,
    en: `--from: there is no day "${text}"; write it as 2025-07-01.`,
  })
}

function daysOf(flag: string, text: string | undefined, before: number): number {
  if (text === undefined) return before
  const days = wholeNumber(flag, text)
  if (days >= 1 && days <= LONGEST_DAYS) return days
  throw new SettingRefused({ vi: `--${flag} nhận từ 1 đến ${LONGEST_DAYS} ngày.`, en: `--${flag} takes 1 to ${LONGEST_DAYS} days.` })
}

function blocksOf(text: string): readonly string[] {
  const blocks = text.split(',').map((one) => one.trim())
  if (blocks.every((block) => block in BLOCKS) && new Set(blocks).size === blocks.length) return blocks
  const known = Object.keys(BLOCKS).join(',')
  throw new SettingRefused({ vi: `--blocks nhận các khối ${known}.`, en: `--blocks takes blocks of ${known}.` })
}
