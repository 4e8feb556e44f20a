/** A certificate and its private key as they lie in their files, taken only when they belong together. */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Refused } from '../platform/refused.ts'

export type PairFiles = { readonly certificate: string; readonly key: string }
/** PEM texts. */
export type TlsPair = { readonly certificate: string; readonly key: string; readonly endsAt: number }

/** Throws Refused. */
export async function readPair(files: PairFiles): Promise<TlsPair> {
  const [certificate, key] = await Promise.all([readText(files.certificate), readText(files.key)])
  const parsed = attempt(() => new X509Certificate(certificate), files.certificate, 'certificate')
  const privateKey = attempt(() => createPrivateKey(key), files.key, 'private key')
  if (!parsed.checkPrivateKey(privateKey)) throw new Refused(notAPair(files))
  return { certificate, key, endsAt: Date.parse(parsed.validTo) }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Refused({ vi: `Không đọc được ${path} (${code}).`, en: `Cannot read ${path} (${code}).` })
  }
}

function attempt<T>(parse: () => T, path: string, what: 'certificate' | 'private key'): T {
  try {
    return parse()
  } catch {
    const vi = what === 'certificate' ? 'chứng thư' : 'khóa riêng không có mật khẩu'
    throw new Refused({
      vi: `${path} không chứa ${vi} dạng PEM.`,
      en: `${path} holds no ${what === 'certificate' ? what : 'private key without a password'} in PEM.`,
    })
  }
}

const notAPair = ({ certificate, key }: PairFiles) => ({
  vi: `Khóa riêng ${key} không phải của chứng thư ${certificate}.`,
  en: `The private key ${key} is not that of the certificate ${certificate}.`,
})
