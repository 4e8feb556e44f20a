/** A fixed proxy and its bypass list as Windows writes them down. Pure. */
import type { SystemProxy } from './system-proxy.ts'

/** `host:port` for everything, or `http=host:port;https=host:port`. */
export function staticProxy(server: string, bypass: string): SystemProxy | undefined {
  const parts = server.split(/[;\s]+/).filter(Boolean)
  const byScheme = new Map(parts.flatMap((part) => (part.includes('=') ? [part.toLowerCase().split('=', 2) as [string, string]] : [])))
  const all = parts.find((part) => !part.includes('='))
  const [http, https] = [byScheme.get('http') ?? all, byScheme.get('https') ?? all]
  if (http === undefined && https === undefined) return undefined
  return { kind: 'static', ...(http && { http }), ...(https && { https }), bypass: bypass.split(/[;\s]+/).filter(Boolean) }
}
