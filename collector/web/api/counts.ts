/** Counts of a date, and the PCs behind a figure. */
import type { Alerts } from '@somay/shared/api/alerts.ts'
import type { CountRules } from '@somay/shared/api/count-rules.ts'
import type { CountedPcs, Counts } from '@somay/shared/api/counts.ts'
import type { Trend } from '@somay/shared/api/trend.ts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

/** Keeps the figures before until the next are there, so that nothing jumps. */
export function useCounts(parameters: string, options: { enabled: boolean } = { enabled: true }) {
  return useQuery({
    queryKey: ['counts', parameters],
    queryFn: ({ signal }) => request<Counts>(`/counts?${parameters}`, { signal }),
    placeholderData: keepPreviousData,
    ...options,
  })
}

export function useCountRules() {
  return useQuery({ queryKey: ['count-rules'], queryFn: ({ signal }) => request<CountRules>('/count-rules', { signal }) })
}

export function useAlerts() {
  return useQuery({ queryKey: ['alerts'], queryFn: ({ signal }) => request<Alerts>('/alerts', { signal }) })
}

/** What it counts is old at the end of the day, not before. */
const TREND_MS = 10 * 60_000

export function useTrend({ asOf, unit }: { readonly asOf: string | undefined; readonly unit: number | undefined }) {
  const parameters = new URLSearchParams({ ...(asOf !== undefined && { asOf }), ...(unit !== undefined && { unit: String(unit) }) })
  return useQuery({
    queryKey: ['counts', 'trend', asOf, unit],
    queryFn: ({ signal }) => request<Trend>(`/counts/trend?${parameters}`, { signal }),
    staleTime: TREND_MS,
    placeholderData: keepPreviousData,
  })
}

/** `path` is that of the live list, or of a frozen report's. */
export function useCountedPcs({ path, parameters }: { readonly path: string; readonly parameters: string }) {
  return useInfiniteQuery({
    queryKey: ['counts', 'pcs', path, parameters],
    queryFn: ({ signal, pageParam }) =>
      request<CountedPcs>(`${path}?${parameters}${pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
}
