/** What an administrator placed on the PC, as far as the runner goes by it: above all the key. Only what the system or root alone can write counts. */
import { lstatSync } from 'node:fs'
import { UPDATE_KEY_PATTERN } from '@somay/shared/release.ts'
import { PLACED_FILE, readPlacedSettings } from '../config/placed-settings.ts'
import { NO_PROXY } from '../config/settings.ts'
import type { Platform } from '../platform/platform.ts'

export type Placed = {
  readonly updateKey?: string
  /** Undefined: nobody placed it. */
  readonly proofSeconds?: number
  readonly collectorUrls: readonly string[]
  readonly proxy?: string
}

export async function readPlaced(platform: Platform): Promise<Placed> {
  const layers = platform.os === 'linux' && !isRootsOwn(PLACED_FILE) ? [] : await readPlacedSettings(platform)
  const values = Object.assign({}, ...layers.map((layer) => ('values' in layer ? layer.values : {}))) as Record<string, unknown>
  const { updateKey, updateProofSeconds, collectorUrls, proxy } = values
  const seconds = Number(updateProofSeconds)
  return {
    ...(typeof updateKey === 'string' && new RegExp(UPDATE_KEY_PATTERN).test(updateKey) && { updateKey }),
    ...(typeof proxy === 'string' && proxy !== NO_PROXY && { proxy }),
    ...(Number.isInteger(seconds) && seconds > 0 && { proofSeconds: seconds }),
    collectorUrls: (typeof collectorUrls === 'string'
      ? collectorUrls.split(/[\s,]+/)
      : Array.isArray(collectorUrls)
        ? collectorUrls
        : []
    ).filter((one): one is string => typeof one === 'string' && one !== ''),
  }
}

/** A key that anybody else could have put there is none. */
function isRootsOwn(path: string): boolean {
  const about = lstatSync(path, { throwIfNoEntry: false })
  return about?.isFile() === true && about.uid === 0 && (about.mode & 0o022) === 0
}
