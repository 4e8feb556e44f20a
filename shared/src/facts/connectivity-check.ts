/** The steps behind the connectivity of the latest inventory and how long each took; only the latest is kept, times differ at every check. */
import Type from 'typebox'
import { INTERNET_PROBES } from './connectivity.ts'
import { fact, instant, text, wholeNumber, words } from './spec.ts'

const MOST_MS = 600_000

const StepSchema = Type.Object({
  step: Type.Enum(['network', 'names', 'internet', 'collector'], words('Bước', 'Step')),
  address: Type.Optional(text('Địa chỉ', 'Address', 300)),
  outcome: Type.Enum(['yes', 'no', 'unknown', ...INTERNET_PROBES], words('Kết quả', 'Outcome')),
  tookMs: wholeNumber('Mất', 'Took', 'ms', MOST_MS),
  // A code of the system or of OpenSSL, as a person would search for it.
  detail: Type.Optional(text('Mã lỗi', 'Error code', 100)),
})

export const connectivityCheckFact = fact({
  name: 'connectivity-check',
  title: { vi: 'Lần kiểm tra kết nối', en: 'Connectivity check' },
  sentence: {
    vi: 'Từng bước của lần kiểm tra kết nối gần nhất, kết quả và thời gian của mỗi bước. Chỉ giữ lần mới nhất.',
    en: 'Each step of the latest connectivity check, its outcome and how long it took. Only the latest is kept.',
  },
  value: Type.Object({
    checkedAt: instant('Kiểm tra lúc', 'Checked at'),
    steps: Type.Array(StepSchema, { ...words('Các bước', 'Steps'), maxItems: 20 }),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  history: 'latest',
  example: {
    checkedAt: '2026-11-23T01:45:11.000Z',
    steps: [
      { step: 'network', outcome: 'yes', tookMs: 2 },
      { step: 'names', outcome: 'yes', tookMs: 14 },
      {
        step: 'internet',
        address: 'https://connectivity.example/ok.txt',
        outcome: 'untrusted',
        tookMs: 61,
        detail: 'SELF_SIGNED_CERT_IN_CHAIN',
      },
      { step: 'internet', address: 'http://connectivity.example/ok.txt', outcome: 'reached', tookMs: 48 },
      { step: 'collector', address: 'https://somay.tinh.example', outcome: 'reached', tookMs: 22 },
    ],
  },
})
