/** Who is logged in, logging in and out, and the first administrator. */
import type { FirstAdministrator, Login, Permission, Session } from '@somay/shared/api/session.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { rememberTimeZone } from '../display/time-zone.ts'
import { rememberCsrfToken, request } from './request.ts'

export const SESSION_KEY = ['session'] as const

export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: async ({ signal }) => remember(await request<Session>('/session', { signal })),
  staleTime: 5 * 60_000,
})

export function useSession() {
  return useQuery(sessionQuery)
}

/** Whether the person may; undefined until it is known. */
export function usePermission(permission: Permission): boolean | undefined {
  return useSession().data?.person.permissions.includes(permission)
}

export async function logIn(login: Login): Promise<Session> {
  return remember(await request<Session>('/session', { change: { method: 'POST', body: login } }))
}

export async function logOut(): Promise<void> {
  await request('/session', { change: { method: 'DELETE' } })
  rememberCsrfToken(undefined)
}

export async function makeFirstAdministrator(first: FirstAdministrator): Promise<Session> {
  return remember(await request<Session>('/first-administrator', { change: { method: 'POST', body: first } }))
}

function remember(session: Session): Session {
  rememberCsrfToken(session.csrfToken)
  rememberTimeZone(session.timeZone)
  return session
}
