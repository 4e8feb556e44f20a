/** Makes a private authority and server certificates of it, as PEM texts; agents and browsers are given the authority's certificate once. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import forge from 'node-forge'

export type Made = { readonly certificate: string; readonly key: string }

const DAY_MS = 86_400_000
const AUTHORITY_DAYS = 3_650

type Subject = {
  readonly name: string
  readonly days: number
  readonly keyBits: number
  readonly extensions: readonly object[]
  readonly by?: { readonly certificate: forge.pki.Certificate; readonly key: forge.pki.PrivateKey }
}

export function makeAuthority(name: string, at: number): Made {
  return make(
    {
      name,
      days: AUTHORITY_DAYS,
      keyBits: 3_072,
      extensions: [
        { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
        { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
      ],
    },
    at,
  )
}

/** `hosts` are names and addresses; `days` is how long it is good. */
export function makeServerCertificate(authority: Made, hosts: readonly string[], days: number, at: number): Made {
  const certificate = forge.pki.certificateFromPem(authority.certificate)
  const made = make(
    {
      name: hosts[0] ?? '',
      days,
      keyBits: 2_048,
      by: { certificate, key: forge.pki.privateKeyFromPem(authority.key) },
      extensions: [
        { name: 'basicConstraints', critical: true, cA: false },
        { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: hosts.map((host) => (isIP(host) ? { type: 7, ip: host } : { type: 2, value: host })) },
        { name: 'authorityKeyIdentifier', keyIdentifier: certificate.generateSubjectKeyIdentifier().getBytes() },
      ],
    },
    at,
  )
  return made
}

function make({ name, days, keyBits, extensions, by }: Subject, at: number): Made {
  // The system makes the key: quicker, and of better chance than a library's own.
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: keyBits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const made = forge.pki.createCertificate()
  made.publicKey = forge.pki.publicKeyFromPem(publicKey)
  made.serialNumber = `01${randomBytes(15).toString('hex')}`
  // PCs whose clock is a little late trust it too.
  made.validity.notBefore = new Date(at - DAY_MS)
  made.validity.notAfter = new Date(at + days * DAY_MS)
  const subject = [{ name: 'commonName', value: name }]
  made.setSubject(subject)
  made.setIssuer(by ? by.certificate.subject.attributes : subject)
  made.setExtensions([...extensions, { name: 'subjectKeyIdentifier' }])
  made.sign((by?.key ?? forge.pki.privateKeyFromPem(privateKey)) as forge.pki.rsa.PrivateKey, forge.md.sha256.create())
  return { certificate: forge.pki.certificateToPem(made), key: privateKey }
}
