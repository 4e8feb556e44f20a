/** The view of patches in the address, and the way to another one. */
import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type PatchView, patchParameters, readPatchView } from './url-state.ts'

export type ShowPatches = (view: PatchView, how?: { readonly replace: boolean }) => void

export function usePatchView(): { readonly view: PatchView; readonly show: ShowPatches } {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const view = useMemo(() => readPatchView(search), [search])
  const show = useCallback<ShowPatches>(
    (next, how) => {
      const parameters = patchParameters(next)
      navigate(parameters === '' ? path : `${path}?${parameters}`, how)
    },
    [navigate, path],
  )
  return { view, show }
}
