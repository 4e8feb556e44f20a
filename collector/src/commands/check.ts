/** `check`: whether every law holds in the ledger; ends with 1 when one does not. */
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { checkLedger, type Finding, LAWS } from '../checking/check.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, withLedger } from './settings-flags.ts'

export const checkCommand: Command = {
  summary: 'read the whole ledger and say whether every law holds; changes nothing',
  flags: STORE_FLAGS,
  async run(values) {
    const findings = await withLedger(values, checkLedger)
    for (const finding of findings) console.log(`${sentences(finding)}\n`)
    if (findings.length === 0) {
      console.log(`Đã xem toàn bộ sổ: ${LAWS.length} điều đều đúng.`)
      console.log(`The whole ledger was read: all ${LAWS.length} laws hold.`)
      return
    }
    console.log(`${findings.length} trong ${LAWS.length} điều không đúng.`)
    console.log(`${findings.length} of ${LAWS.length} laws do not hold.`)
    process.exitCode = 1
  },
}

function sentences({ law, broken: { count, examples } }: Finding): string {
  const named = count > examples.length ? `${examples.join('; ')}; ...` : examples.join('; ')
  const line = (language: 'vi' | 'en') => `${formatNumber(count, language)} ${law.says[language]} (${named}). ${law.todo[language]}`
  return `[${law.name}]\n${line('vi')}\n${line('en')}`
}
