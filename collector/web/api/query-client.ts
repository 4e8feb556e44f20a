/** How answers are kept and retried; an ended session leads to the log-in page and back. */
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { navigate } from 'wouter/use-browser-location'
import { logInAddress } from '../pages/log-in/return-address.ts'
import { ApiError } from './request.ts'

const RETRIES = 2

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: askToLogIn }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < RETRIES && isWorthRepeating(error),
      },
    },
  })
}

function askToLogIn(error: unknown): void {
  const { pathname, search } = window.location
  if (!(error instanceof ApiError)) return
  if (error.code === 'password-must-change') navigate('/account', { replace: true })
  if (error.code !== 'not-logged-in' || pathname === '/log-in' || pathname === '/first') return
  navigate(logInAddress(pathname + search), { replace: true })
}

/** A refusal stays a refusal; only a collector that is away or busy is asked again. */
function isWorthRepeating(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 502
}
