/** The view in the address, and the way to another one. */
import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type CountView, pageParameters, readCountView } from './url-state.ts'

export function useCountView(): { readonly view: CountView; readonly show: (view: CountView) => void } {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const view = useMemo(() => readCountView(search), [search])
  const show = useCallback(
    (next: CountView) => {
      const parameters = pageParameters(next)
      navigate(parameters === '' ? path : `${path}?${parameters}`)
    },
    [navigate, path],
  )
  return { view, show }
}
