/** Counts of a date, and the PCs behind a figure. */
import type { CountedPcs, Counts } from '@somay/shared/api/counts.ts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

/** Keeps the figures before until the next are there, so that nothing jumps. */
export function useCounts(parameters: string) {
  return useQuery({
    queryKey: ['counts', parameters],
    queryFn: ({ signal }) => request<Counts>(`/counts?${parameters}`, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useCountedPcs(parameters: string) {
  return useInfiniteQuery({
    queryKey: ['counts', 'pcs', parameters],
    queryFn: ({ signal, pageParam }) =>
      request<CountedPcs>(`/counts/pcs?${parameters}${pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
}
