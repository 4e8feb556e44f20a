/** Fits the database's sessions to what @fastify/session asks of a store. */
import type { Session } from 'fastify'
import type { Database } from '../store/dialect/dialect.ts'
import { endSession, readSession, saveSession } from '../store/sessions.ts'

declare module 'fastify' {
  interface Session {
    personId?: number
    /** When, from where and with what it was begun. */
    begun?: { readonly at: number; readonly address: string; readonly browser: string }
    /** The secret of an authenticator that has not shown a code yet. */
    pendingSecret?: string
  }
}

export const SESSION_MS = 12 * 3_600_000

export function sessionStore(database: Database, now: () => number) {
  return {
    set(sessionId: string, session: Session, done: (error?: unknown) => void): void {
      saveSession(database, sessionId, { personId: session.personId, data: JSON.stringify(session), expiresAt: now() + SESSION_MS }).then(
        () => done(),
        done,
      )
    },
    get(sessionId: string, done: (error: unknown, session?: Session | null) => void): void {
      readSession(database, sessionId, now()).then((data) => done(null, data === undefined ? null : (JSON.parse(data) as Session)), done)
    },
    destroy(sessionId: string, done: (error?: unknown) => void): void {
      endSession(database, sessionId).then(() => done(), done)
    },
  }
}
