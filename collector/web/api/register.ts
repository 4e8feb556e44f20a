/** The register: its views and sums, lists on their way in, people of units. */
import type { ListPreview, ListReading, Reconciliation, RegisterList, RegisterSummary, StaffNumbers } from '@somay/shared/api/register.ts'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

/** A list and a decision change the register, and with it lists and counts. */
export const REGISTER_STALE = [['register'], ['counts'], ['pcs'], ['alerts']] as const

export function useRegister(parameters: string) {
  return useInfiniteQuery({
    queryKey: ['register', 'list', parameters],
    queryFn: ({ signal, pageParam }) =>
      request<RegisterList>(`/register?${parameters}${pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

const within = (unit: number | undefined) => (unit === undefined ? '' : `?unit=${unit}`)

export function useRegisterSummary(unit: number | undefined) {
  return useQuery({
    queryKey: ['register', 'summary', unit],
    queryFn: ({ signal }) => request<RegisterSummary>(`/register/summary${within(unit)}`, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useReconciliation(unit: number | undefined) {
  return useQuery({
    queryKey: ['register', 'reconciliation', unit],
    queryFn: ({ signal }) => request<Reconciliation>(`/register/reconciliation${within(unit)}`, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useUpload(done: (preview: ListPreview) => void) {
  return useMutation({
    mutationFn: async (file: File) =>
      request<ListPreview>(`/register/uploads?fileName=${encodeURIComponent(file.name.slice(0, 200))}`, {
        change: { method: 'POST', file: await file.arrayBuffer() },
      }),
    onSuccess: done,
  })
}

/** What the list would do when read this way; the answer before stays until the next is there. */
export function useListPreview(id: string, reading: ListReading, first: ListPreview) {
  return useQuery({
    queryKey: ['list-preview', id, reading],
    queryFn: ({ signal }) => request<ListPreview>(`/register/uploads/${id}/preview`, { signal, change: { method: 'POST', body: reading } }),
    placeholderData: (before) => before ?? first,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

export function useStaff(asOf: string | undefined) {
  return useQuery({
    queryKey: ['staff', asOf],
    queryFn: ({ signal }) => request<StaffNumbers>(`/staff-numbers${asOf === undefined ? '' : `?asOf=${asOf}`}`, { signal }),
    placeholderData: keepPreviousData,
  })
}
