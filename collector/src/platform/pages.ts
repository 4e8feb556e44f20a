/** Serves the built pages: hashed files for ever, the page itself fresh, and the same page for every address of the app. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import compress from '@fastify/compress'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import '../access/access.ts'

// From the sources and from the bundle the built pages lie at the same distance.
const FOLDER = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../web/dist/' : '../web/dist/', import.meta.url))

const YEAR_SECONDS = 31_536_000

/** Addresses that the app in the browser understands. */
const APP_ADDRESSES = ['/', '/log-in', '/first', '/pcs', '/pcs/:id']

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
    // Every built file is known at the start: an address that is none of them is a plain 404.
    wildcard: false,
    setHeaders(reply, path) {
      reply.header('cache-control', path.includes('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
    },
  })
  for (const address of APP_ADDRESSES) {
    app.get(address, { config: { access: 'public' }, schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'))
  }
}
