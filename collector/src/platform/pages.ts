/** Serves the built pages: hashed files for ever, the page itself fresh, and the same page for every address of the app. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import compress from '@fastify/compress'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import '../access/access.ts'
import { Problem } from './problem.ts'

// From the sources and from the bundle the built pages lie at the same distance.
const FOLDER = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../web/dist/' : '../web/dist/', import.meta.url))

const YEAR_SECONDS = 31_536_000

/** Addresses that the app in the browser understands. */
const APP_ADDRESSES = [
  '/',
  '/log-in',
  '/first',
  '/overview',
  '/counted',
  '/pcs',
  '/pcs/:id',
  '/patches',
  '/patches/pcs',
  '/plan',
  '/plan/pcs',
  '/plan/scenarios',
  '/plan/committed',
  '/plan/committed/:id',
  '/plan/committed/:id/lines',
  '/reports',
  '/reports/:id',
  '/compare',
  '/units',
  '/units/reorganise',
  '/units/staff',
  '/register',
  '/register/import',
  '/bundles',
  '/deployment',
  '/people',
  '/api-tokens',
  '/identity',
  '/count-rules',
  '/audit',
  '/account',
]

export async function pageRoutes(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(FOLDER, 'index.html'))) {
    app.log.warn({ folder: FOLDER }, 'the pages are not built; run npm run build')
    return
  }
  await app.register(compress, { global: true, encodings: ['br', 'gzip'] })
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: route.config?.access ?? 'public' }
  })
  await app.register(files, {
    root: FOLDER,
    index: false,
    // Every built file is known at the start: an address that is none of them is not found.
    wildcard: false,
    setHeaders(reply, path) {
      reply.header('cache-control', path.includes('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
    },
  })
  const page = readFileSync(join(FOLDER, 'index.html'))
  // A person who mistyped an address gets the page that says so; a program gets the error as every other.
  app.get('/*', { config: { access: 'public' }, schema: { hide: true } }, (request, reply) => {
    if (request.url.startsWith('/api/') || !request.headers.accept?.includes('text/html')) throw new Problem('not-found')
    return reply.code(404).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
  for (const address of APP_ADDRESSES) {
    app.get(address, { config: { access: 'public' }, schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'))
  }
}
