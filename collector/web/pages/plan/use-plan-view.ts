/** The plan in the address, and the way to another one. */
import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type PlanView, planAddress, readPlanView } from './url-state.ts'

/** `replace`: in place of this entry of the browser's history. */
export type ChangePlan = (change: (view: PlanView) => PlanView, how?: { readonly replace: boolean }) => void

export function usePlanView(): { readonly view: PlanView; readonly change: ChangePlan } {
  const search = useSearch()
  const [, navigate] = useLocation()
  const view = useMemo(() => readPlanView(search), [search])
  const change = useCallback<ChangePlan>(
    // The address itself and not what was drawn last: two fields may change within one rest.
    (next, how) => navigate(planAddress(next(readPlanView(window.location.search))), how),
    [navigate],
  )
  return { view, change }
}
