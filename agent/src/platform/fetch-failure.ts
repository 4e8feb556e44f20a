/** What an error on the way to a page says of the network: nobody there, a stranger in between, a clock that is off, or a proxy that wants a login. Pure. */

export type FetchFailure = {
  readonly kind: 'refused' | 'no-answer' | 'untrusted' | 'wrong-time' | 'proxy-login'
  /** The code of the system or of OpenSSL. */
  readonly detail: string
}

const PROXY_WANTS_LOGIN = 407

/** A certificate outside its time is most often a PC whose clock lost its battery. Codes of OpenSSL's verification. */
const OUT_OF_TIME = new Set(['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'])

/** Whoever answered could not show to be the one asked for; the last two speak no TLS at all. */
const UNTRUSTED = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
])

export function fetchFailure({ code, statusCode, name }: { code?: string; statusCode?: number; name: string }): FetchFailure {
  const detail = code ?? name
  if (code === 'ERR_PROXY_TUNNEL' && statusCode === PROXY_WANTS_LOGIN) return { kind: 'proxy-login', detail }
  if (OUT_OF_TIME.has(detail)) return { kind: 'wrong-time', detail }
  if (UNTRUSTED.has(detail)) return { kind: 'untrusted', detail }
  return { kind: detail === 'ECONNREFUSED' ? 'refused' : 'no-answer', detail }
}
