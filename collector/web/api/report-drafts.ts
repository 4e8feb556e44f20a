/** Drafts of reports. */
import type { Draft, Drafts } from '@somay/shared/api/report-drafts.ts'
import { useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

export const DRAFTS_KEY = ['report-drafts'] as const

/** Apart from the list: one that was removed is not asked for again. */
export function draftKey(id: number | undefined) {
  return ['report-draft', id] as const
}

export function useDrafts(options: { enabled: boolean }) {
  return useQuery({ queryKey: DRAFTS_KEY, queryFn: ({ signal }) => request<Drafts>('/report-drafts', { signal }), ...options })
}

export function useDraft(id: number) {
  return useQuery({ queryKey: draftKey(id), queryFn: ({ signal }) => request<Draft>(`/report-drafts/${id}`, { signal }) })
}
