/** Reads what a person entered about the PC's place through the window; the agent's own file, and the same on every system. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import { ASSET_TAG_MAX_LENGTH, ROOM_MAX_LENGTH } from '@somay/shared/facts/placement.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { INSTANT_PATTERN } from '@somay/shared/facts/spec.ts'
import { withoutControls } from '@somay/shared/text/plain.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { jsonObjectIn } from '../platform/json-object.ts'
import type { TextReading } from '../platform/reading.ts'
import { because, textIn } from './because.ts'
import { FILES_LIMIT_MS, type Probe, type ProbeContext } from './probe.ts'

const SOURCE = 'entered at the PC'

export async function readPlacement({ platform, placementFile }: ProbeContext): Promise<TextReading | undefined> {
  return placementFile === undefined ? undefined : platform.readText(placementFile)
}

/** No file is a reading: nobody entered anything. A file that cannot be read or understood is unknown, because somebody may have. */
export function parsePlacement(found: TextReading | undefined): FactBody<FactValue<'placement'>> {
  if (found === undefined) return unknown('not-supported', 'the agent has no folder to keep entries in')
  if (found.kind === 'absent') return { known: { entered: false }, source: SOURCE }
  if (found.kind !== 'read') return because(found)
  const entry = entryIn(found.value)
  return entry ? { known: { entered: true, ...entry }, source: SOURCE } : unknown('failed', 'the entry was not understood')
}

type Entry = Omit<FactValue<'placement'>, 'entered'>

function entryIn(text: string): Entry | undefined {
  const found = jsonObjectIn(text)
  if (!found) return undefined
  const { assetTag, room, enteredAt } = found
  if (typeof enteredAt !== 'string' || !new RegExp(INSTANT_PATTERN).test(enteredAt)) return undefined
  const tag = typeof assetTag === 'string' ? textIn(withoutControls(assetTag), ASSET_TAG_MAX_LENGTH) : undefined
  const place = typeof room === 'string' ? textIn(withoutControls(room), ROOM_MAX_LENGTH) : undefined
  if (tag === undefined && place === undefined) return undefined
  return { ...(tag !== undefined && { assetTag: tag }), ...(place !== undefined && { room: place }), enteredAt }
}

const read = async (context: ProbeContext) => parsePlacement(await readPlacement(context))

export const placementProbe: Probe<'placement'> = {
  fact: 'placement',
  timeLimitMs: FILES_LIMIT_MS,
  windows: read,
  linux: read,
  macos: read,
}
