/** Plays the demo's second step on a loaded demo: the reorganisation, and the PCs of each district spread over its communes. */
import { startOfDay } from '@somay/shared/text/dates.ts'
import { changeRule } from '../store/count-rules.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { reorganise } from '../store/reorganise.ts'
import { type Step, takeSteps } from '../store/stays.ts'
import { BLOCKS_SINCE, demoReorganisation, REORGANISED_DAY, REORGANISED_ON } from './reorganisation.ts'

const WHO = 'demo'

/** False when it was played before, or the ledger is no demo. */
export async function reorganiseDemo(database: Database, timeZone: string, at: number): Promise<boolean> {
  const { read, dialect } = database
  const units = await read.selectFrom('unit').select(['id', 'name', 'order_no as orderNo']).where('valid_to', 'is', null).execute()
  if (!units.some(({ name }) => name === 'UBND huyện Đăk Glei')) return false
  const plan = demoReorganisation(units)
  const dayAt = startOfDay(REORGANISED_ON, timeZone)
  const made = await reorganise(database, { ...plan, dayAt, who: WHO, at })
  const steps: Step[] = []
  for (const { into } of plan.ended.filter((ended) => ended.into.length > 1)) {
    const communes = into.map((ref) => made.get('key' in ref ? ref.key : '') as number)
    const pcs = await read
      .selectFrom('pc')
      .select(['id', 'enrolled_at'])
      .where('unit_id', '=', communes[0] as number)
      .orderBy('id')
      .execute()
    for (const [place, { id, enrolled_at }] of pcs.entries())
      steps.push({ pcId: id, unitId: communes[place % communes.length] as number, at: Math.max(dayAt, enrolled_at) })
  }
  await database.write((db) => takeSteps(db, dialect, steps))
  await changeRule(database, { windowDays: 30, silentDays: 30, blocks: BLOCKS_SINCE, fromDay: REORGANISED_DAY }, WHO, at)
  return true
}
