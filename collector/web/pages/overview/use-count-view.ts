/** The view in the address, and the way to another one. */
import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type CountView, pageParameters, readCountView } from './url-state.ts'

/** `replace`: in place of this entry of the browser's history. */
export type ShowView = (view: CountView, how?: { readonly replace: boolean }) => void

export function useCountView(): { readonly view: CountView; readonly show: ShowView } {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const view = useMemo(() => readCountView(search), [search])
  const show = useCallback<ShowView>(
    (next, how) => {
      const parameters = pageParameters(next)
      navigate(parameters === '' ? path : `${path}?${parameters}`, how)
    },
    [navigate, path],
  )
  return { view, show }
}
