/** Whom this PC trusts on HTTPS: the public authorities, the system's own store, where agencies put theirs, and one file more. */
import { readFileSync } from 'node:fs'
import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls'

// Reading a store of hundreds of certificates takes a tenth of a second and some megabytes: once in the life of a process.
const contexts = new Map<string | undefined, SecureContext>()

export function trustedContext(caFile: string | undefined): SecureContext {
  const known = contexts.get(caFile)
  if (known) return known
  const own = caFile === undefined ? [] : [readFileSync(caFile, 'utf8')]
  const context = createSecureContext({ ca: [...rootCertificates, ...systemCertificates(), ...own] })
  contexts.set(caFile, context)
  return context
}

/** A system whose store cannot be read still has the public authorities. */
function systemCertificates(): string[] {
  try {
    return getCACertificates('system')
  } catch {
    return []
  }
}
