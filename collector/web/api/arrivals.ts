/** PCs that joined lately, asked for again and again while the page is in sight. */
import type { PcList } from '@somay/shared/api/pcs.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { arrivalsOf, arrivalsQuery, reportedQuery } from '../pages/deployment/arrived.ts'
import type { DeploymentView, Span } from '../pages/deployment/url-state.ts'
import { request } from './request.ts'

/** So long a person waits beside a PC without looking elsewhere; a hidden page asks nothing. */
const AGAIN_MS = 5_000

const HOUR_MS = 3_600_000
const SPAN_MS: Readonly<Record<Span, number>> = { opened: 0, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS }

/** `since` is by the collector's clock, undefined before it was told. */
export function useArrivals({ unit, since: span }: Pick<DeploymentView, 'unit' | 'since'>) {
  // Each time the page is opened is another moment.
  const opening = useId()
  const opened = useQuery({
    queryKey: ['pcs', 'opened', opening],
    queryFn: async ({ signal }) => (await request<PcList>('/pcs?columns=name&limit=1', { signal })).at,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const since = opened.data === undefined ? undefined : opened.data - SPAN_MS[span]
  const list = useQuery({
    queryKey: ['pcs', 'arrivals', unit, since],
    queryFn: async ({ signal }) => {
      const ask = (parameters: string) => request<PcList>(`/pcs?${parameters}`, { signal })
      // One that reports between the two is in both at the next asking.
      const [reported, arrived] = [await ask(reportedQuery(unit, since ?? 0)), await ask(arrivalsQuery(unit, since ?? 0))]
      return arrivalsOf(arrived, reported.total)
    },
    enabled: since !== undefined,
    refetchInterval: AGAIN_MS,
    refetchIntervalInBackground: false,
    placeholderData: keepPreviousData,
  })
  return { list: opened.error ? { ...list, error: opened.error, refetch: opened.refetch } : list, since }
}
