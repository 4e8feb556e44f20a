/** A change sent to the collector, after which what is shown is asked for anew. */
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './request.ts'

export type Sent = { readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; readonly path: string; readonly body?: unknown }

/** `stale` are the answers that the change makes old; a refusal may say that they were old before. */
export function useDeed<Answer>(stale: readonly QueryKey[], done?: (answer: Answer) => void, refused?: (error: Error) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ method, path, body }: Sent) => request<Answer>(path, { change: { method, ...(body === undefined ? {} : { body }) } }),
    onSuccess: async (answer) => {
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })))
      done?.(answer)
    },
    onError: (error) => refused?.(error),
  })
}
