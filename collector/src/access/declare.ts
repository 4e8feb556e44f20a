/** Refuses to start with a route that does not say who may call it. */
import type { FastifyInstance } from 'fastify'
import './access.ts'

export function declareAccess(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.method === 'HEAD' || route.config?.access) return
    throw new Error(
      `The route ${String(route.method)} ${route.url} declares no access; add config.access (collector/src/access/access.ts).`,
    )
  })
  app.decorateRequest('caller', undefined)
  app.decorateRequest('pcId', 0)
}
