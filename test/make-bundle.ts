/** Makes offline bundles for tests as an agent does, and spoils them as a test wants. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { makeBundle } from '#agent/report/make-bundle.ts'
import { type Keys, newKeys, signWith } from '#agent/state/keys.ts'
import type { Bundle } from '#shared/bundle.ts'
import type { Report } from '#shared/report.ts'
import { makeReport } from './make-report.ts'

export { newKeys }

export function bundleFile(keys: Keys, report: Report = makeReport(), hostName = 'SNV-PC-014'): Buffer {
  const bundle = makeBundle({ report, hostName, publicKey: keys.publicKey, sign: (text) => signWith(keys, text) })
  return gzipSync(JSON.stringify(bundle))
}

/** The same file with its JSON changed, and the old signature. */
export function spoilt(file: Buffer, change: (bundle: Bundle) => unknown): Buffer {
  return gzipSync(JSON.stringify(change(JSON.parse(gunzipSync(file).toString('utf8')) as Bundle)))
}
