/** The fleet by system, support and patch age, and the PCs behind a figure. */
import type { PatchedPcs, Patches } from '@somay/shared/api/patches.ts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

/** Keeps the figures before until the next are there, so that nothing jumps. */
export function usePatches(parameters: string) {
  return useQuery({
    queryKey: ['patches', parameters],
    queryFn: ({ signal }) => request<Patches>(`/patches?${parameters}`, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function usePatchedPcs(parameters: string) {
  return useInfiniteQuery({
    queryKey: ['patches', 'pcs', parameters],
    queryFn: ({ signal, pageParam }) =>
      request<PatchedPcs>(`/patches/pcs?${parameters}${pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
}
