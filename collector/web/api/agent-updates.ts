/** Agent updates: what is held, rolled out, and how it goes. */
import type { AgentUpdates, UpdatedPcs } from '@somay/shared/api/agent-updates.ts'
import { useQuery } from '@tanstack/react-query'
import { request } from './request.ts'

export const AGENT_UPDATES_KEY = ['agent-updates'] as const

/** Often enough to watch a rollout go. */
const REFRESH_MS = 30_000

export function useAgentUpdates() {
  return useQuery({
    queryKey: AGENT_UPDATES_KEY,
    queryFn: ({ signal }) => request<AgentUpdates>('/agent-updates', { signal }),
    refetchInterval: REFRESH_MS,
  })
}

/** `parameters`: version, and where wanted state and unitId. */
export function useUpdatedPcs(parameters: string) {
  return useQuery({
    queryKey: [...AGENT_UPDATES_KEY, parameters],
    queryFn: ({ signal }) => request<UpdatedPcs>(`/agent-updates/pcs?${parameters}`, { signal }),
    refetchInterval: REFRESH_MS,
  })
}
