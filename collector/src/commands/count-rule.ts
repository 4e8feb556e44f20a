/** `count-rule`: shows the rule by which PCs are counted, or makes a new version of it. */
import { userInfo } from 'node:os'
import { BLOCKS } from '@somay/shared/text/choices.ts'
import { SettingRefused } from '../config/read-settings.ts'
import { type CountRule, currentRule } from '../counting/rule.ts'
import { changeRule } from '../store/count-rules.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'

const LONGEST_DAYS = 366

const shown = ({ version, windowDays, silentDays, blocks }: CountRule): string =>
  `version ${version}: connected within ${windowDays} days, silent after ${silentDays} days, total of blocks ${blocks.join(', ')}`

export const countRuleCommand: Command = {
  summary: 'show the rule by which PCs are counted',
  flags: STORE_FLAGS,
  run: (values) => withLedger(values, async (database) => console.log(shown(await currentRule(database)))),
}

export const countRuleChange: Command = {
  summary: 'count by another rule from now on (--window-days N --silent-days N --blocks I,II); earlier versions stay',
  flags: { ...STORE_FLAGS, 'window-days': { type: 'string' }, 'silent-days': { type: 'string' }, blocks: { type: 'string' } },
  run: (values) =>
    withLedger(values, async (database) => {
      const before = await currentRule(database)
      const rule = {
        windowDays: daysOf('window-days', values['window-days'], before.windowDays),
        silentDays: daysOf('silent-days', values['silent-days'], before.silentDays),
        blocks: values.blocks === undefined ? before.blocks : blocksOf(values.blocks),
      }
      const version = await changeRule(database, rule, userInfo().username, Date.now())
      console.log(shown({ version, ...rule }))
    }),
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
