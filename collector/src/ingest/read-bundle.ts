/** Opens an offline bundle: inflates it, checks its form and the signature over exactly what it carries. */
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Bundle, BundleSchema, signedText } from '@somay/shared/bundle.ts'
import { MAX_BUNDLE_BYTES } from '@somay/shared/bundle-file.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Report } from '@somay/shared/report.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { Compile } from 'typebox/compile'
import { Problem } from '../platform/problem.ts'
import { isSignedWith } from '../platform/signed-with.ts'
import { MAX_INFLATED_BYTES, MAX_LEVELS } from './body.ts'
import { nestsWithin } from './nesting.ts'
import { checkFact, checkReport } from './validate.ts'

export type OpenedBundle = { readonly bundle: Bundle; readonly report: Report }

// Read by whoever handed the file in.
const NOT_GZIP: Words = { vi: 'không phải tệp gzip, hoặc bị cắt ngang', en: 'not a gzip file, or cut off' }
const NOT_JSON: Words = { vi: 'bên trong không phải JSON', en: 'no JSON inside' }
const TOO_LARGE: Words = { vi: `hơn ${MAX_BUNDLE_BYTES} byte`, en: `more than ${MAX_BUNDLE_BYTES} bytes` }
const BOMB: Words = { vi: `giải nén ra hơn ${MAX_INFLATED_BYTES} byte`, en: `inflates to more than ${MAX_INFLATED_BYTES} bytes` }
const NESTED: Words = { vi: `lồng nhau quá ${MAX_LEVELS} tầng`, en: `nested deeper than ${MAX_LEVELS} levels` }

const validator = Compile(BundleSchema)
const inflate = promisify(gunzip)

export async function readBundle(file: Buffer): Promise<OpenedBundle> {
  if (file.length > MAX_BUNDLE_BYTES) throw new Problem('bundle-too-large', TOO_LARGE)
  const bundle = parsed((await inflated(file)).toString('utf8'))
  if (!validator.Check(bundle)) {
    const [first] = validator.Errors(bundle)
    throw new Problem('bundle-not-readable', `${first?.instancePath}: ${first?.message}`)
  }
  if (!isSigned(bundle)) throw new Problem('bundle-signature-wrong')
  const report = parsed(bundle.report)
  checkReport(report)
  // Which PC it is gets read from the bodies before they are made ready for the store.
  for (const [name, body] of Object.entries(report.bodies ?? {})) checkFact(name, body as FactBody)
  return { bundle, report }
}

async function inflated(file: Buffer): Promise<Buffer> {
  try {
    return await inflate(file, { maxOutputLength: MAX_INFLATED_BYTES })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Problem('bundle-too-large', BOMB)
    throw new Problem('bundle-not-readable', NOT_GZIP)
  }
}

function parsed(text: string): unknown {
  if (!nestsWithin(text, MAX_LEVELS)) throw new Problem('bundle-not-readable', NESTED)
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('bundle-not-readable', NOT_JSON)
  }
}

function isSigned({ signature, ...unsigned }: Bundle): boolean {
  return isSignedWith(unsigned.publicKey, signature, signedText(unsigned))
}
