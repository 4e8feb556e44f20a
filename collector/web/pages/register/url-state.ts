/** The register's view as its address has it, and as the collector is asked. Pure. */

import { REGISTER_VIEW_NAMES, type RegisterView } from '@somay/shared/text/register.ts'
import type { Language } from '@somay/shared/text/words.ts'

export const REGISTER = '/register'
export const REGISTER_IMPORT = '/register/import'

/** `reconciliation`: sums by unit, the others lists. */
export type RegisterTab = RegisterView | 'reconciliation'

export type RegisterPageView = {
  readonly tab: RegisterTab
  readonly unit: number | undefined
  readonly q: string
  /** The day of the inventory minutes; today without. */
  readonly minutesOn?: string | undefined
}

export function readRegisterView(search: string): RegisterPageView {
  const parameters = new URLSearchParams(search)
  const view = parameters.get('view') ?? ''
  const unit = Number(parameters.get('unit'))
  return {
    tab: REGISTER_VIEW_NAMES.find((name) => name === view) ?? 'reconciliation',
    unit: Number.isSafeInteger(unit) && unit > 0 ? unit : undefined,
    q: (parameters.get('q') ?? '').slice(0, 200),
    minutesOn: parameters.get('minutesOn') ?? undefined,
  }
}

export function registerAddress({ minutesOn, ...view }: RegisterPageView): string {
  const parameters = new URLSearchParams(listParameters(view))
  if (minutesOn !== undefined) parameters.set('minutesOn', minutesOn)
  return parameters.size === 0 ? REGISTER : `${REGISTER}?${parameters}`
}

/** What the collector is asked for a list of this view. */
export function listParameters({ tab, unit, q }: Omit<RegisterPageView, 'minutesOn'>): string {
  const parameters = new URLSearchParams()
  if (tab !== 'reconciliation') parameters.set('view', tab)
  if (unit !== undefined) parameters.set('unit', String(unit))
  if (q !== '') parameters.set('q', q)
  return parameters.toString()
}

/** What the collector is asked for the minutes. */
export function minutesParameters({ unit, minutesOn }: RegisterPageView, language: Language): string {
  const parameters = new URLSearchParams({ language })
  if (unit !== undefined) parameters.set('unit', String(unit))
  if (minutesOn !== undefined) parameters.set('asOf', minutesOn)
  return parameters.toString()
}
