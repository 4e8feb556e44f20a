/** Refuses to start with a route that does not say who may call it, and lists all that do. */
import type { FastifyInstance } from 'fastify'
import type { Access } from './access.ts'

export type DeclaredRoute = { readonly method: string; readonly url: string; readonly access: Access }

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with its access, once the app is ready; the census of the tests walks it. */
    declaredRoutes(): readonly DeclaredRoute[]
  }
}

type Route = { readonly method: string | string[]; readonly url: string; readonly config?: { access?: Access } }

export function declareAccess(app: FastifyInstance): void {
  const routes: Route[] = []
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  // Looked at when all plugins have had their say, because some give their routes an access after making them.
  app.addHook('onReady', async () => {
    const silent = routes.find((route) => route.config?.access === undefined)
    if (silent)
      throw new Error(
        `The route ${String(silent.method)} ${silent.url} declares no access; add config.access (collector/src/access/access.ts).`,
      )
  })
  app.decorate('declaredRoutes', () =>
    routes.flatMap((route) =>
      [route.method].flat().map((method) => ({ method, url: route.url, access: route.config?.access ?? 'public' })),
    ),
  )
  app.decorateRequest('caller', undefined)
  app.decorateRequest('pcId', 0)
  app.decorateRequest('credentialGivenAt', 0)
}
