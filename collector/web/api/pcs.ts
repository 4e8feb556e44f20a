/** The list of PCs, its columns and units, one PC with its history, and the catalogue of facts. */
import type { Catalogue, Column, PcHistory, PcList, PcPage } from '@somay/shared/api/pcs.ts'
import type { Units } from '@somay/shared/api/units.ts'
import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

// Columns, units and the catalogue change with a new release or by an administrator, not while one works.
const RARELY_MS = 30 * 60_000

export function useColumns() {
  return useQuery({
    queryKey: ['pcs', 'columns'],
    queryFn: ({ signal }) => request<Column[]>('/pcs/columns', { signal }),
    staleTime: RARELY_MS,
  })
}

export function useUnits(options: { enabled: boolean }) {
  return useQuery({
    queryKey: ['units'],
    queryFn: async ({ signal }) => (await request<Units>('/units', { signal })).units,
    staleTime: RARELY_MS,
    ...options,
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
  return useQuery({
    queryKey: ['pcs', 'list', parameters],
    queryFn: ({ signal }) => request<PcList>(`/pcs?${parameters}`, { signal }),
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
