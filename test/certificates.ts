/** Makes certificate authorities and certificates for servers on the loopback, fresh for every run: no key lies in the repository. */
import { generateKeyPairSync } from 'node:crypto'
import forge from 'node-forge'

export type Authority = { readonly certificate: string; readonly key: string; readonly name: string }
export type ServerCertificate = { readonly cert: string; readonly key: string }

const DAY_MS = 86_400_000

export function makeAuthority(name: string): Authority {
  const { certificate, key } = make({ name, issuer: name, isAuthority: true, ...aroundNow() })
  return { certificate, key, name }
}

/** For `localhost`, 127.0.0.1 and ::1, signed by the authority; valid from yesterday to tomorrow unless said. */
export function makeCertificate(authority: Authority, valid: { from: number; to: number } = aroundNow()): ServerCertificate {
  const { certificate, key } = make({ name: 'localhost', issuer: authority.name, isAuthority: false, ...valid, signer: authority.key })
  return { cert: certificate, key }
}

function aroundNow(): { from: number; to: number } {
  return { from: Date.now() - DAY_MS, to: Date.now() + DAY_MS }
}

type Wanted = { name: string; issuer: string; isAuthority: boolean; from: number; to: number; signer?: string }

let serial = 1

function make({ name, issuer, isAuthority, from, to, signer }: Wanted): { certificate: string; key: string } {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const made = forge.pki.createCertificate()
  made.publicKey = forge.pki.publicKeyFromPem(pair.publicKey)
  made.serialNumber = String(++serial).padStart(4, '0')
  made.validity.notBefore = new Date(from)
  made.validity.notAfter = new Date(to)
  made.setSubject([{ name: 'commonName', value: name }])
  made.setIssuer([{ name: 'commonName', value: issuer }])
  made.setExtensions(
    isAuthority
      ? [
          { name: 'basicConstraints', cA: true, critical: true },
          { name: 'keyUsage', keyCertSign: true },
        ]
      : [
          {
            name: 'subjectAltName',
            altNames: [
              { type: 2, value: 'localhost' },
              { type: 7, ip: '127.0.0.1' },
              { type: 7, ip: '::1' },
            ],
          },
        ],
  )
  made.sign(forge.pki.privateKeyFromPem(signer ?? pair.privateKey), forge.md.sha256.create())
  return { certificate: forge.pki.certificateToPem(made), key: pair.privateKey }
}
