/** Serves the page under an address of its own, from a fixed folder and under a policy that lets nothing else in. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export const SCHEME = 'somay'
export const PAGE_ORIGIN = `${SCHEME}://window`
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
}

/** Only what was built is there: an address is looked up among the names of the folder and never turned into a path. */
export function pageServer(folder: string): (request: { url: string }) => Response {
  const files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `/${name.replaceAll('\\', '/')}`))
  return ({ url }) => {
    const { pathname } = new URL(url)
    const type = TYPES[extname(pathname)]
    if (type === undefined || !files.has(pathname)) return new Response(null, { status: 404, headers: HEADERS })
    return new Response(readFileSync(join(folder, pathname)), { headers: { ...HEADERS, 'content-type': type } })
  }
}

export function isOurPage(url: string): boolean {
  return url === PAGE_ORIGIN || url.startsWith(`${PAGE_ORIGIN}/`)
}
