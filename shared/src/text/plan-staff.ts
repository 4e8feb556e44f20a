/** People of the blocks together, and what they miss by the staff norm; units of which nobody told a number are counted apart. Pure. */
import type { PlanRow } from '../api/plans.ts'

export type StaffNeed = Pick<
  PlanRow,
  'staff' | 'needByStaff' | 'leaders' | 'laptopsMissing' | 'laptopsUnsure' | 'staffUntold' | 'leadersUntold'
>

export function staffOf(rows: readonly PlanRow[]): StaffNeed {
  const blocks = rows.filter(({ kind }) => kind === 'block')
  const sum = (key: keyof StaffNeed) => blocks.reduce((all, row) => all + (row[key] ?? 0), 0)
  const isTold = (key: 'staff' | 'leaders') => blocks.some((row) => row[key] !== undefined)
  return {
    ...(isTold('staff') && { staff: sum('staff'), needByStaff: sum('needByStaff') }),
    ...(isTold('leaders') && {
      leaders: sum('leaders'),
      laptopsMissing: sum('laptopsMissing'),
      laptopsUnsure: sum('laptopsUnsure'),
    }),
    staffUntold: sum('staffUntold'),
    leadersUntold: sum('leadersUntold'),
  }
}

/** More may be missing: of a unit among them nobody told how many people it has, or how many of them have more than one machine. */
export function isLeastNeed({ staffUntold, leadersUntold }: StaffNeed): boolean {
  return staffUntold + leadersUntold > 0
}

export function isLeastOfLaptops({ leadersUntold, laptopsUnsure = 0 }: StaffNeed): boolean {
  return leadersUntold + laptopsUnsure > 0
}
