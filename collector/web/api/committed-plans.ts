/** Scenarios people kept, and committed plans with what became of them. */
import type { CommittedLines, CommittedPlan, CommittedPlans, Scenarios } from '@somay/shared/api/committed-plans.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

export const SCENARIOS_KEY = ['scenarios'] as const
export const COMMITTED_KEY = ['committed-plans'] as const

export function useScenarios() {
  return useQuery({
    queryKey: SCENARIOS_KEY,
    queryFn: async ({ signal }) => (await request<Scenarios>('/scenarios', { signal })).scenarios,
  })
}

export function useCommittedPlans() {
  return useQuery({
    queryKey: COMMITTED_KEY,
    queryFn: async ({ signal }) => (await request<CommittedPlans>('/committed-plans', { signal })).plans,
  })
}

export function useCommittedPlan(id: number) {
  return useQuery({
    queryKey: [...COMMITTED_KEY, id],
    queryFn: ({ signal }) => request<CommittedPlan>(`/committed-plans/${id}`, { signal }),
  })
}

export function useCommittedLines(id: number, parameters: string) {
  return useInfiniteQuery({
    queryKey: [...COMMITTED_KEY, id, 'lines', parameters],
    queryFn: ({ signal, pageParam }) => {
      const asked = new URLSearchParams(parameters)
      if (pageParam !== undefined) asked.set('after', String(pageParam))
      return request<CommittedLines>(`/committed-plans/${id}/lines?${asked}`, { signal })
    },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
  })
}
