/** Makes the offline bundle: the whole present report, signed with this PC's own key. Pure but for the key. */
import { BUNDLE_FORMAT, type Bundle, signedText } from '@somay/shared/bundle.ts'
import type { Report } from '@somay/shared/report.ts'

export type BundleParts = {
  readonly report: Report
  readonly hostName: string
  readonly publicKey: string
  sign(text: string): string
}

export function makeBundle({ report, hostName, publicKey, sign }: BundleParts): Bundle {
  const unsigned = {
    format: BUNDLE_FORMAT,
    madeAt: report.sentAt,
    hostName,
    publicKey,
    report: JSON.stringify(report),
  } as const
  return { ...unsigned, signature: sign(signedText(unsigned)) }
}
