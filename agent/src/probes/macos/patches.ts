/** Updates of macOS: what waits by its own last search, what is in, and where they come from. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown, unknown } from '@somay/shared/unknown.ts'
import { waitingFigures } from '../waiting-updates.ts'
import { installedUpdates, lastInstalled } from './install-history.ts'
import { type MacReading, rowsOf, textOf } from './profile.ts'
import { waitingForSecurity, waitingUpdates } from './update-list.ts'
import { lastSearchOn, updateSourceOn } from './update-settings.ts'

type Patches = FactValue<'patches'>

// That an update needs a restart is told before it is installed; that one only waits for it, nowhere.
const NO_MARK = unknown('not-supported', 'macOS leaves no mark that everyone may read of an update that only waits for a restart')

export function parsePatchesOnMac(mac: MacReading | undefined, nowMs: number): FactBody<Patches> {
  const waiting = waitingUpdates(textOf(mac, 'updates'))
  const installed = installedUpdates(rowsOf(mac, 'SPInstallHistoryDataType'))
  const asked = {
    ...waitingFigures({ pending: waiting, securityCount: waitingForSecurity(waiting), searchedAt: lastSearchOn(mac), nowMs }),
    installed,
    lastSuccessAt: lastInstalled(installed),
    source: updateSourceOn(mac),
  }
  const unread = Object.values(asked).filter(isUnknown)
  const [first] = unread
  if (first && unread.length === Object.keys(asked).length) return first
  return { known: { ...asked, restartPending: NO_MARK }, source: 'softwareupdate, SPInstallHistoryDataType, com.apple.SoftwareUpdate' }
}
