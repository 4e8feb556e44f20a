/** Frozen reports, and what proves them. */
import type { FrozenReport, FrozenReports, Verification } from '@somay/shared/api/frozen-reports.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

export const FROZEN_KEY = ['frozen-reports'] as const

// What is frozen does not change; whether it was corrected does.
const KEPT_MS = 5 * 60_000

export function useFrozenReports(options: { enabled: boolean } = { enabled: true }) {
  return useInfiniteQuery({
    queryKey: FROZEN_KEY,
    queryFn: ({ signal, pageParam }) =>
      request<FrozenReports>(`/frozen-reports${pageParam === undefined ? '' : `?before=${pageParam}`}`, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ reports, more }) => (more ? reports.at(-1)?.id : undefined),
    ...options,
  })
}

/** `id` undefined asks nothing. */
export function useFrozenReport(id: number | undefined) {
  return useQuery({
    queryKey: [...FROZEN_KEY, id],
    queryFn: ({ signal }) => request<FrozenReport>(`/frozen-reports/${id}`, { signal }),
    staleTime: KEPT_MS,
    enabled: id !== undefined,
  })
}

export function useVerification(id: number) {
  return useQuery({
    queryKey: [...FROZEN_KEY, id, 'verification'],
    queryFn: ({ signal }) => request<Verification>(`/frozen-reports/${id}/verification`, { signal }),
    staleTime: KEPT_MS,
  })
}
