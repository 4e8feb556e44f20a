/** Reads the proxy of macOS as `scutil` tells it for the network in use. */
import type { Platform } from '../platform/platform.ts'
import type { SystemProxy } from './system-proxy.ts'

const SCUTIL_LIMIT_MS = 5_000

export async function readMacProxy(platform: Platform): Promise<SystemProxy | undefined> {
  const said = await platform.runCommand('/usr/sbin/scutil', ['--proxy'], { timeoutMs: SCUTIL_LIMIT_MS })
  return said.kind === 'ok' ? parseScutil(said.stdout) : undefined
}

/** `<dictionary> { HTTPEnable : 1 ... ExceptionsList : <array> { 0 : *.local } }`. */
export function parseScutil(text: string): SystemProxy {
  const of = (key: string) => new RegExp(`^\\s*${key} : (.+)$`, 'm').exec(text)?.[1]?.trim()
  const pac = of('ProxyAutoConfigURLString')
  if (of('ProxyAutoConfigEnable') === '1' && pac) return { kind: 'pac', url: pac }
  const proxyOf = (scheme: string) =>
    of(`${scheme}Enable`) === '1' && of(`${scheme}Proxy`) ? `${of(`${scheme}Proxy`)}:${of(`${scheme}Port`) ?? '80'}` : undefined
  const [http, https] = [proxyOf('HTTP'), proxyOf('HTTPS')]
  if (http === undefined && https === undefined) return { kind: 'none' }
  const list = /ExceptionsList : <array> \{([^}]*)\}/.exec(text)?.[1] ?? ''
  const bypass = [...list.matchAll(/^\s*\d+ : (\S+)/gm)].map(([, host = '']) => host)
  if (of('ExcludeSimpleHostnames') === '1') bypass.push('<local>')
  return { kind: 'static', ...(http && { http }), ...(https && { https }), bypass }
}
