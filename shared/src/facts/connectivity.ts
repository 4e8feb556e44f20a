/** How far the PC reaches, with the evidence: the figure the committee asks for rests on this. */
import Type, { type Static } from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, words } from './spec.ts'

/** From best to worst; `wan-only` reaches the collector over the government network but not the internet. */
export const ConnectivityStateSchema = Type.Enum(
  ['internet', 'wan-only', 'lan-only', 'captive', 'offline'],
  words('Mức kết nối', 'Connectivity'),
)

/** How an attempt to reach a configured page ended; `untrusted`: somebody answered whom no known authority vouches for. */
export const INTERNET_PROBES = ['reached', 'unexpected-content', 'untrusted', 'wrong-time', 'proxy-login', 'refused', 'no-answer'] as const

export type ConnectivityState = Static<typeof ConnectivityStateSchema>

export const connectivityFact = fact({
  name: 'connectivity',
  title: { vi: 'Kết nối', en: 'Connectivity' },
  sentence: {
    vi: 'Máy ra được internet, chỉ mạng TSLCD, chỉ mạng nội bộ hay không kết nối, kèm bằng chứng từng bước.',
    en: 'Whether the PC reaches the internet, only the government network, only its own, or nothing, with the evidence of each step.',
  },
  // No times and no latencies here: they change at every sample and travel as samples (report.ts).
  value: Type.Object({
    state: orUnknown(ConnectivityStateSchema),
    defaultRoute: orUnknown(Type.Boolean(words('Có đường ra mặc định', 'Default route'))),
    dns: orUnknown(Type.Boolean(words('Phân giải tên được', 'Names resolve'))),
    internetProbe: orUnknown(Type.Enum(INTERNET_PROBES, words('Thử ra internet', 'Internet probe'))),
    collectorReached: orUnknown(Type.Boolean(words('Tới được máy chủ thu thập', 'Collector reached'))),
    // The agent's own way out: what a person's browser is set to is not read.
    proxy: orUnknown(Type.Enum(['none', 'static', 'pac', 'authenticated'], words('Proxy phần mềm trạm dùng', 'Proxy the agent uses'))),
    target: Type.Optional(text('Địa chỉ đã thử', 'Target tried', 300)),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: {
    state: 'internet',
    defaultRoute: true,
    dns: true,
    internetProbe: 'reached',
    collectorReached: true,
    proxy: 'none',
    target: 'http://connectivity.example/ok.txt',
  },
})
