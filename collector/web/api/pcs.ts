/** The list of PCs, its columns and units, one PC with its history, and the catalogue of facts. */
import type { Catalogue, Column, PcHistory, PcList, PcPage, PcStates } from '@somay/shared/api/pcs.ts'
import type { Presence } from '@somay/shared/api/presence.ts'
import type { Units } from '@somay/shared/api/units.ts'
import { keepPreviousData, type QueryClient, queryOptions, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'
import { sessionQuery } from './session.ts'

// Columns, units and the catalogue change with a new release or by an administrator, not while one works.
const RARELY_MS = 30 * 60_000

const columnsQuery = queryOptions({
  queryKey: ['pcs', 'columns'],
  queryFn: ({ signal }) => request<Column[]>('/pcs/columns', { signal }),
  staleTime: RARELY_MS,
})

const listQuery = (parameters: string) =>
  queryOptions({
    queryKey: ['pcs', 'list', parameters],
    queryFn: ({ signal }) => request<PcList>(`/pcs?${parameters}`, { signal }),
  })

/** Asks for everything the list needs at once and before anything is drawn; failures are shown by the page itself. */
export async function fetchPcListEarly(client: QueryClient, parameters: string): Promise<void> {
  await Promise.all([client.prefetchQuery(columnsQuery), client.prefetchQuery(listQuery(parameters)), client.prefetchQuery(sessionQuery)])
}

export function useColumns() {
  return useQuery(columnsQuery)
}

export function useUnits(options: { enabled: boolean }) {
  return useQuery({
    queryKey: ['units'],
    queryFn: async ({ signal }) => (await request<Units>('/units', { signal })).units,
    staleTime: RARELY_MS,
    ...options,
  })
}

export function usePresence(id: string) {
  return useQuery({
    queryKey: ['pcs', 'presence', id],
    queryFn: async ({ signal }) => (await request<Presence>(`/pcs/${id}/presence`, { signal })).months,
  })
}

export function useCatalogue() {
  return useQuery({
    queryKey: ['facts'],
    queryFn: ({ signal }) => request<Catalogue>('/facts', { signal }),
    staleTime: RARELY_MS,
  })
}

/** Keeps the rows of the view before until the next ones are there, so that nothing jumps. */
export function usePcList(parameters: string) {
  return useQuery({ ...listQuery(parameters), placeholderData: keepPreviousData })
}

/** How many PCs of a selection are in which state; asked apart, so that the rows do not wait for it. */
export function usePcStates(parameters: string) {
  return useQuery({
    queryKey: ['pcs', 'states', parameters],
    queryFn: async ({ signal }) => (await request<PcStates>(`/pcs/states?${parameters}`, { signal })).states,
    placeholderData: keepPreviousData,
  })
}

/** How many PCs each of several other views would show. */
export function useTotals(views: readonly string[]) {
  return useQueries({
    queries: views.map((parameters) => ({
      queryKey: ['pcs', 'total', parameters],
      queryFn: async ({ signal }: { signal: AbortSignal }) => (await request<PcList>(`/pcs?${parameters}`, { signal })).total,
    })),
  })
}

export function usePc(id: string) {
  return useQuery({ queryKey: ['pcs', 'one', id], queryFn: ({ signal }) => request<PcPage>(`/pcs/${id}`, { signal }) })
}

export function usePcHistory(id: string) {
  return useInfiniteQuery({
    queryKey: ['pcs', 'history', id],
    queryFn: ({ signal, pageParam }) =>
      request<PcHistory>(`/pcs/${id}/history${pageParam === '' ? '' : `?after=${encodeURIComponent(pageParam)}`}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
}
