/** Prints exactly what the collector acknowledged of this PC: the last report, every fact it holds, and what of it is about persons or switched off. */
import { FACT_NAMES, FACTS } from '@somay/shared/facts/index.ts'
import { switchedOffFacts } from '../report/switched-off.ts'
import { openStateFolder } from '../state/state-folder.ts'
import { WORDS } from '../words.ts'
import type { Call } from './call.ts'
import { EXIT } from './exit-codes.ts'
import { load } from './load.ts'

export async function showSent(call: Call): Promise<number> {
  const loaded = await load(call)
  if (!loaded) return EXIT.usage
  const state = openStateFolder(loaded.settings.stateFolder, loaded.log)
  const acknowledged = state.read('acknowledged')
  if (!acknowledged) {
    process.stderr.write(`${WORDS.nothingSent(call.language)}\n`)
    return EXIT.keptForLater
  }
  const { at, lastReport, bodies } = acknowledged
  const switchedOff = switchedOffFacts(state.read('policy'))
  const shown = {
    collector: state.read('credential')?.collectorUrl,
    acknowledgedAt: at,
    switchedOff,
    personalSwitchedOn: FACT_NAMES.filter((fact) => FACTS[fact].personal && !switchedOff.includes(fact)),
    lastReport,
    facts: bodies,
  }
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
  return EXIT.done
}
