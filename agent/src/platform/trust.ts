/** Whom this PC trusts on HTTPS: the public authorities, the system's own store, where agencies put theirs, and one file more. */
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls'

// Reading a store of hundreds of certificates takes a tenth of a second and some megabytes: once in the life of a process.
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g
const contexts = new Map<string | undefined, SecureContext>()

export function trustedContext(caFile: string | undefined): SecureContext {
  const known = contexts.get(caFile)
  if (known) return known
  const own = caFile === undefined ? '' : authoritiesIn(caFile)
  const ca = [...rootCertificates, ...systemCertificates(), ...(typeof own === 'string' ? [own] : [])]
  const context = createSecureContext({ ca })
  contexts.set(caFile, context)
  return context
}

/** Why the file of the setting `caFile` is of no use; the PC then works with the other authorities. */
export function problemOfAuthorities(caFile: string): string | undefined {
  const found = authoritiesIn(caFile)
  return typeof found === 'string' ? undefined : found.problem
}

/** The text of a PEM file whose every certificate can be read; OpenSSL passes over those it cannot, without a word. */
function authoritiesIn(caFile: string): string | { readonly problem: string } {
  try {
    const pem = readFileSync(caFile, 'utf8')
    const certificates = pem.match(CERTIFICATE) ?? []
    if (certificates.length === 0) return { problem: `${caFile} holds no PEM certificate` }
    for (const certificate of certificates) new X509Certificate(certificate)
    return pem
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { problem: `${caFile}: ${code ?? message}` }
  }
}

/** A system whose store cannot be read still has the public authorities. */
function systemCertificates(): string[] {
  try {
    return getCACertificates('system')
  } catch {
    return []
  }
}
