/** Reads the monitors connected to the PC. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import type { Platform } from '../platform/platform.ts'
import type { Reading, TextReading } from '../platform/reading.ts'
import { because } from './because.ts'
import { type Monitor, parseEdid } from './edid.ts'
import { parseMonitorsOnMac } from './macos/monitors.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'
import { parseMonitorsOnWindows } from './windows/monitors.ts'

export type MonitorsReading = {
  readonly connectors: Reading<string[]>
  readonly connected: readonly { readonly connector: string; readonly edid: Reading<number[]> }[]
  /** Connectors whose state could not be read: one of them may hold a monitor. */
  readonly unread: readonly Exclude<TextReading, { kind: 'read' }>[]
}

const DRM_FOLDER = '/sys/class/drm'
/** card0-HDMI-A-1; card0 itself and renderD128 are no connectors. */
const CONNECTOR = /^card\d+-/

export async function readMonitors(platform: Platform): Promise<MonitorsReading> {
  const connectors = await platform.listFolder(DRM_FOLDER)
  const connected: { connector: string; edid: Reading<number[]> }[] = []
  const unread: Exclude<TextReading, { kind: 'read' }>[] = []
  for (const connector of connectors.kind === 'read' ? connectors.value.filter((name) => CONNECTOR.test(name)) : []) {
    const status = await platform.readText(`${DRM_FOLDER}/${connector}/status`)
    if (status.kind !== 'read') unread.push(status)
    else if (status.value.trim() === 'connected')
      connected.push({ connector, edid: await platform.readBytes(`${DRM_FOLDER}/${connector}/edid`) })
  }
  return { connectors, connected, unread }
}

export function parseMonitors({ connectors, connected, unread }: MonitorsReading): FactBody<FactValue<'monitors'>> {
  if (connectors.kind === 'absent') return unknown('not-supported', `${DRM_FOLDER}: the kernel drives no display here`)
  if (connectors.kind !== 'read') return because(connectors)
  const [first] = unread
  if (first) return because(first)
  return { known: { monitors: connected.map(({ edid }) => monitorOf(edid)).slice(0, 32) }, source: 'sysfs drm' }
}

/** A monitor that tells nothing of itself is still a monitor. */
function monitorOf(edid: Reading<number[]>): Monitor {
  const monitor = edid.kind === 'read' ? parseEdid(edid.value) : undefined
  if (monitor) return monitor
  const why =
    edid.kind !== 'read'
      ? because(edid)
      : edid.value.length === 0
        ? unknown('not-supported', 'the monitor tells nothing of itself')
        : unknown('failed', 'edid: not understood')
  return { manufacturer: why, model: why, serial: why, madeYear: why, widthPx: why, heightPx: why }
}

export const monitorsProbe: Probe<'monitors'> = {
  fact: 'monitors',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseMonitors(await readMonitors(platform)),
  windows: async ({ windows }) => parseMonitorsOnWindows(windows),
  macos: async ({ macos }) => parseMonitorsOnMac(macos),
}
