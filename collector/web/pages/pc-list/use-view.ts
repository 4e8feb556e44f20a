/** The view of the list held in the address: read from it, and written to it. */
import { useCallback, useEffect, useMemo } from 'react'
import { useSearch } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import { HOME } from '../log-in/return-address.ts'
import { rememberList } from './last-list.ts'
import { type ListView, readView, viewToSearch } from './url-state.ts'

/** `replace` is for typing: every letter must not become a step of the way back. */
export type ShowView = (view: ListView, options?: { replace: boolean }) => void

export function useView(): [ListView, ShowView] {
  const search = useSearch()
  const view = useMemo(() => readView(search), [search])
  useEffect(() => rememberList(viewToSearch(view)), [view])
  const show = useCallback<ShowView>((next, options) => navigate(HOME + viewToSearch(next), { replace: options?.replace ?? false }), [])
  return [view, show]
}
