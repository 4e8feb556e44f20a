/** The collector's own description of its API: OpenAPI from the routes, and a page to read it for those who are logged in. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { ErrorAnswerSchema } from '@somay/shared/api/error.ts'
import type { FastifyContextConfig, FastifyInstance, FastifySchema } from 'fastify'
import type { TSchema } from 'typebox'
import type { Access } from '../access/access.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body of a route that checks it by itself. */
    body?: TSchema
  }
}

// The page writes styles into its elements; everything else stays as strict as on our own pages, and works over plain HTTP.
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const AGENT_KEY = 'agentCredential'
const API_TOKEN = 'apiToken'
const SESSION = 'session'

export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sổ Máy', version: '1', description: 'Agents report here; people and scripts read here.' },
      tags: [
        { name: 'agents', description: 'What the agent on a PC calls. Bodies may come gzipped.' },
        { name: 'people', description: 'What the pages and scripts call.' },
        { name: 'operators', description: 'For whoever runs the collector.' },
      ],
      components: {
        securitySchemes: {
          [AGENT_KEY]: { type: 'http', scheme: 'bearer', description: 'The credential given at enrolment.' },
          [API_TOKEN]: { type: 'http', scheme: 'bearer', description: 'npm run collector -- token create --role viewer' },
          [SESSION]: { type: 'apiKey', in: 'cookie', name: 'somay_session', description: 'Changes need the header x-csrf-token too.' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({ schema: described(schema, route.config ?? {}, url), url }),
  })
}

function described(schema: FastifySchema | undefined, config: FastifyContextConfig, url: string): FastifySchema {
  const { access = 'public', body } = config as FastifyContextConfig & { access?: Access }
  const answers = (schema?.response ?? {}) as Record<string, unknown>
  return {
    ...schema,
    ...(body && { body }),
    tags: [tagOf(access, url)],
    security: securityOf(access),
    response: { ...answers, '4xx': ErrorAnswerSchema, '5xx': ErrorAnswerSchema },
  } as FastifySchema
}

function tagOf(access: Access, url: string): string {
  if (access === 'agent' || url === '/api/v1/enrol') return 'agents'
  return url.startsWith('/api/') ? 'people' : 'operators'
}

function securityOf(access: Access): Record<string, string[]>[] {
  if (access === 'public') return []
  return access === 'agent' ? [{ [AGENT_KEY]: [] }] : [{ [SESSION]: [] }, { [API_TOKEN]: [] }]
}

export async function documentationRoutes(app: FastifyInstance): Promise<void> {
  app.get('/api/v1/openapi.json', { config: { access: 'see-documentation' }, schema: { hide: true } }, async () => app.swagger())
  // The page's own routes carry no config of ours, so it is given to them as they are made.
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/v1/documentation')) route.config = { ...route.config, access: 'see-documentation' }
  })
  await app.register(swaggerUi, { routePrefix: '/api/v1/documentation', staticCSP: true, transformStaticCSP: () => PAGE_POLICY })
}
