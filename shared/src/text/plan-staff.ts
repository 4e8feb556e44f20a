/** People of the blocks together, and PCs missing to give each one; units of which nobody told a number are counted apart. Pure. */
import type { PlanRow } from '../api/plans.ts'

export type StaffNeed = Pick<PlanRow, 'staff' | 'needByStaff' | 'staffUntold'>

export function staffOf(rows: readonly PlanRow[]): StaffNeed {
  const blocks = rows.filter(({ kind }) => kind === 'block')
  const sum = (key: keyof StaffNeed) => blocks.reduce((all, row) => all + (row[key] ?? 0), 0)
  const staffUntold = sum('staffUntold')
  if (blocks.every(({ staff }) => staff === undefined)) return { staffUntold }
  return { staff: sum('staff'), needByStaff: sum('needByStaff'), staffUntold }
}
