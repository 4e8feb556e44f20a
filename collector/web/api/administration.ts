/** People, tokens, the log, and one's own account. */
import type { Account } from '@somay/shared/api/account.ts'
import type { Audit } from '@somay/shared/api/audit.ts'
import type { People } from '@somay/shared/api/people.ts'
import type { ApiTokens, EnrolTokens } from '@somay/shared/api/tokens.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

export const PEOPLE_KEY = ['people'] as const
export const ENROL_TOKENS_KEY = ['enrol-tokens'] as const
export const API_TOKENS_KEY = ['api-tokens'] as const
export const ACCOUNT_KEY = ['account'] as const

export function usePeople() {
  return useQuery({
    queryKey: PEOPLE_KEY,
    queryFn: async ({ signal }) => (await request<People>('/people', { signal })).people,
  })
}

/** Asked again while the page is in sight: PCs use them up meanwhile. */
export function useEnrolTokens() {
  return useQuery({
    queryKey: ENROL_TOKENS_KEY,
    queryFn: ({ signal }) => request<EnrolTokens>('/enrol-tokens', { signal }),
    refetchInterval: 10_000,
  })
}

export function useApiTokens() {
  return useQuery({
    queryKey: API_TOKENS_KEY,
    queryFn: async ({ signal }) => (await request<ApiTokens>('/api-tokens', { signal })).tokens,
  })
}

export function useAccount() {
  return useQuery({ queryKey: ACCOUNT_KEY, queryFn: ({ signal }) => request<Account>('/account', { signal }) })
}

/** The newest first; `parameters` narrow it to one kind or one person. */
export function useAudit(parameters: string) {
  return useInfiniteQuery({
    queryKey: ['audit', parameters],
    queryFn: ({ signal, pageParam }) =>
      request<Audit>(`/audit?${parameters}${pageParam === undefined ? '' : `&before=${pageParam}`}`, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ deeds, more }) => (more ? deeds.at(-1)?.id : undefined),
  })
}
