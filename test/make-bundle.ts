/** Makes offline bundles for tests as an agent does, and spoils them as a test wants. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { makeBundle } from '#agent/report/make-bundle.ts'
import { type Keys, newKeys, signWith } from '#agent/state/keys.ts'
import type { Bundle } from '#shared/bundle.ts'
import type { Report } from '#shared/report.ts'
import { known, makeReport } from './make-report.ts'

export { newKeys }

export function bundleFile(keys: Keys, report: Report = makeReport(), hostName = 'SNV-PC-014'): Buffer {
  const bundle = makeBundle({ report, hostName, publicKey: keys.publicKey, sign: (text) => signWith(keys, text) })
  return gzipSync(JSON.stringify(bundle))
}

let pcs = 0

/** Facts of a PC that shares no hardware with any other of the test: else the ledger would take them for one. */
export function anotherPc(hostName: string) {
  const serial = `SN-${++pcs}`
  return {
    system: known('system', { hostName, serial, uuid: `4c4c4544-0058-4b10-8032-${String(pcs).padStart(12, '0')}` }),
    board: known('board', { serial: `BRD-${serial}` }),
    chassis: known('chassis', { serial: `CHS-${serial}` }),
    disks: { unknown: 'failed' as const },
    'network-adapters': { unknown: 'failed' as const },
  }
}

/** The same file with its JSON changed, and the old signature. */
export function spoilt(file: Buffer, change: (bundle: Bundle) => unknown): Buffer {
  return gzipSync(JSON.stringify(change(JSON.parse(gunzipSync(file).toString('utf8')) as Bundle)))
}
