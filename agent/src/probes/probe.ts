/** What a probe is: one fact, and for each system a way to read it; where there is none the answer is unknown(not-supported). */
import type { FactName, FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody, Platform as PlatformName } from '@somay/shared/facts/spec.ts'
import type { Target } from '@somay/shared/report.ts'
import type { NetworkSettings } from '../platform/http-agents.ts'
import type { Platform } from '../platform/platform.ts'
import type { ConnectivityEvidence } from './connectivity-evidence.ts'
import type { MacReading } from './macos/profile.ts'
import type { WindowsReading } from './windows/inventory.ts'

/** How far the agent may look: nothing outside this is ever contacted. */
export type Reach = {
  /** All addresses of the one collector, the preferred one first. */
  readonly collectorUrls: readonly string[]
  readonly targets: readonly Target[]
  readonly network: NetworkSettings
  readonly timeoutMs: number
}

export type ProbeContext = {
  readonly platform: Platform
  readonly reach: Reach
  /** On Windows: what the one script read, for all probes; `readyContext` fills it in. */
  readonly windows?: WindowsReading | undefined
  /** On macOS: what system_profiler and the commands beside it told, for all probes; `readyContext` fills it in. */
  readonly macos?: MacReading | undefined
  /** The connectivity check of this inventory, made once for all probes that tell of it; `readyContext` fills it in. */
  readonly evidence?: () => Promise<ConnectivityEvidence>
  /** Where the agent keeps what a person entered about the PC's place; absent when it has no folder. */
  readonly placementFile?: string
}

export type Read<N extends FactName> = (context: ProbeContext) => Promise<FactBody<FactValue<N>>>

export type Probe<N extends FactName = FactName> = {
  readonly fact: N
  readonly timeLimitMs: number
} & { readonly [system in PlatformName]?: Read<N> }

/** Reading files of the system takes milliseconds; this much means something hangs. */
export const FILES_LIMIT_MS = 10_000
