/** Offline bundles: handing one in, and which were imported lately. */
import type { BundleList, ImportedBundle } from '@somay/shared/api/bundles.ts'
import { type QueryClient, useInfiniteQuery } from '@tanstack/react-query'
import { request } from './request.ts'
import { sessionQuery } from './session.ts'

const LATEST_KEY = ['bundles', 'latest'] as const

/** An empty `carriedBy` is whoever imports. */
export function importBundle(file: ArrayBuffer, carriedBy: string, unitId: number | undefined): Promise<ImportedBundle> {
  const query = new URLSearchParams()
  if (carriedBy !== '') query.set('carriedBy', carriedBy)
  if (unitId !== undefined) query.set('unitId', String(unitId))
  return request<ImportedBundle>(`/bundles?${query}`, { change: { method: 'POST', file } })
}

export function useLatestImports() {
  return useInfiniteQuery({
    queryKey: LATEST_KEY,
    queryFn: ({ signal, pageParam }) => request<BundleList>(`/bundles${pageParam === 0 ? '' : `?after=${pageParam}`}`, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })
}

/** After an import the list of the latest, the list of PCs and the page of each are old. */
export async function forgetOldAnswers(client: QueryClient): Promise<void> {
  await Promise.all([client.invalidateQueries({ queryKey: LATEST_KEY }), client.invalidateQueries({ queryKey: ['pcs'] })])
}

/** Asks anew who is logged in: after logging in elsewhere in this browser, changes need the token of the new session. */
export async function renewSession(client: QueryClient): Promise<void> {
  await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
}
