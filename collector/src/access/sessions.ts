/** Cookies, sessions and protection against requests forged by other sites, for the routes that people use. */
import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import session from '@fastify/session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../platform/problem.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { settingOnce } from '../store/settings.ts'
import { SESSION_MS, sessionStore } from './session-store.ts'

const SIGNING_KEY_BYTES = 48

export type SessionOptions = { readonly database: Database; readonly now: () => number; readonly publicUrl: string }

export async function useSessions(app: FastifyInstance, { database, now, publicUrl }: SessionOptions): Promise<void> {
  const publicHost = publicUrl === '' ? undefined : new URL(publicUrl).host
  await app.register(cookie)
  await app.register(session, {
    secret: await settingOnce(database, 'session-signing-key', () => randomBytes(SIGNING_KEY_BYTES).toString('base64url')),
    cookieName: 'somay_session',
    saveUninitialized: false,
    rolling: false,
    store: sessionStore(database, now),
    // `auto`: the cookie is marked secure wherever the collector is reached over HTTPS, which a trusted proxy tells.
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/', maxAge: SESSION_MS },
  })
  await app.register(csrf, { sessionPlugin: '@fastify/session' })
  app.addHook('preHandler', (request, reply, done) => {
    if (isSafe(request)) return done()
    refuseForeignOrigin(request, publicHost)
    // Logging in has no session to forge yet; API tokens are not sent by browsers on their own.
    if (request.caller?.personId === undefined) return done()
    app.csrfProtection(request, reply, done)
  })
}

function isSafe(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS'
}

// Scripts send no origin; a page that hides its own ("null") is none of ours. A proxy may have changed the host on the way.
function refuseForeignOrigin({ headers, host }: FastifyRequest, publicHost: string | undefined): void {
  const { origin } = headers
  if (origin === undefined) return
  const from = URL.canParse(origin) ? new URL(origin).host : undefined
  if (from === undefined || (from !== host && from !== publicHost)) throw new Problem('csrf-invalid', 'the request comes from another site')
}
