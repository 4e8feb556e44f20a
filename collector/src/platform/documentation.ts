/** The collector's own description of its API: OpenAPI from the route schemas, and a page to read it for those who are logged in. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import '../access/access.ts'

export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'So May collector', version: '1', description: 'Agents report here; people and scripts read here.' },
    },
  })
}

export async function documentationRoutes(app: FastifyInstance): Promise<void> {
  app.get('/api/v1/openapi.json', { config: { access: 'see-documentation' }, schema: { hide: true } }, async () => app.swagger())
  // The page's own routes carry no config of ours, so it is given to them as they are made.
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/v1/documentation')) route.config = { ...route.config, access: 'see-documentation' }
  })
  await app.register(swaggerUi, { routePrefix: '/api/v1/documentation', staticCSP: true })
}
