/** The identity desk: open pairs and merges, and what an answer makes old. */
import type { Clones, Merges, Questions } from '@somay/shared/api/identity.ts'
import { useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

/** Merging changes lists, counts and the pages of both PCs. */
export const IDENTITY_STALE = [['identity'], ['pcs'], ['counts'], ['alerts'], ['units']] as const

export function useQuestions() {
  return useQuery({ queryKey: ['identity', 'questions'], queryFn: ({ signal }) => request<Questions>('/identity/questions', { signal }) })
}

export function useClones() {
  return useQuery({ queryKey: ['identity', 'clones'], queryFn: ({ signal }) => request<Clones>('/identity/clones', { signal }) })
}

export function useMerges() {
  return useQuery({
    queryKey: ['identity', 'merges'],
    queryFn: async ({ signal }) => (await request<Merges>('/identity/merges', { signal })).merges,
  })
}
