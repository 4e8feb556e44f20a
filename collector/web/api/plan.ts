/** Plans: policies and price books in their versions, what they would do to the fleet, the PCs behind it, and what the rules say of one. */
import type { PcVerdict, PlannedPcs } from '@somay/shared/api/planned-pcs.ts'
import type { Plan } from '@somay/shared/api/plans.ts'
import type { Policies, PriceBooks } from '@somay/shared/api/policies.ts'
import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

export const POLICIES_KEY = ['policies'] as const
export const PRICE_BOOKS_KEY = ['price-books'] as const
/** Every plan that was asked for, and the lists behind them. */
export const PLAN_KEY = ['plan'] as const

const asked = (path: string, parameters: string) => (parameters === '' ? path : `${path}?${parameters}`)

export function usePolicies() {
  return useQuery({
    queryKey: POLICIES_KEY,
    queryFn: async ({ signal }) => (await request<Policies>('/policies', { signal })).policies,
  })
}

export function usePriceBooks() {
  return useQuery({
    queryKey: PRICE_BOOKS_KEY,
    queryFn: async ({ signal }) => (await request<PriceBooks>('/price-books', { signal })).priceBooks,
  })
}

/** Keeps the figures before until the next are there, so that nothing jumps while a slider is moved. */
export function usePlan(parameters: string) {
  return useQuery({
    queryKey: ['plan', parameters],
    queryFn: ({ signal }) => request<Plan>(asked('/plan', parameters), { signal }),
    placeholderData: keepPreviousData,
  })
}

/** Several at once, in their order. */
export function usePlans(parameters: readonly string[]) {
  return useQueries({
    queries: parameters.map((one) => ({
      queryKey: ['plan', one],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => request<Plan>(asked('/plan', one), { signal }),
    })),
  })
}

export function usePlannedPcs(parameters: string) {
  return useInfiniteQuery({
    queryKey: ['plan', 'pcs', parameters],
    queryFn: ({ signal, pageParam }) => {
      const after = pageParam === '' ? [] : [`after=${encodeURIComponent(pageParam)}`]
      return request<PlannedPcs>(asked('/plan/pcs', [...(parameters === '' ? [] : [parameters]), ...after].join('&')), { signal })
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
}

export function usePcVerdict(id: string, parameters: string) {
  return useQuery({
    queryKey: ['pcs', 'verdict', id, parameters],
    queryFn: ({ signal }) => request<PcVerdict>(asked(`/pcs/${id}/verdict`, parameters), { signal }),
    placeholderData: keepPreviousData,
  })
}
