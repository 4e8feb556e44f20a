/** `demo`: fills an empty ledger with the demo organisation; one that holds PCs already is left as it is. */
import { loadDemo } from '../demo/load.ts'
import { DEMO_PCS } from '../demo/organisation.ts'
import { reorganiseDemo } from '../demo/reorganise-demo.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, settingsOf, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'

/** The demo is the same for everyone who loads it on the same day. */
const SEED = 20_160_930

export const demoCommand: Command = {
  summary: 'fill an empty ledger with the demo organisation (--pcs N)',
  flags: { ...STORE_FLAGS, pcs: { type: 'string' } },
  async run(values) {
    const pcs = wholeNumber('pcs', values.pcs ?? String(DEMO_PCS))
    const { timeZone } = settingsOf(values)
    await withLedger(values, async (database) => {
      const { count } = await database.read
        .selectFrom('pc')
        .select((row) => row.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      if (Number(count) > 0) return console.log(`The ledger holds ${count} PCs already; the demo leaves it as it is.`)
      const startedAt = Date.now()
      await loadDemo(database, {
        pcs,
        seed: SEED,
        now: startedAt,
        timeZone,
        progress: (done) => console.log(`demo: ${done} of ${pcs} PCs`),
      })
      console.log(`demo: loaded in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
    })
  },
}

export const demoReorganisation: Command = {
  summary: 'play the reorganisation of July 2025 on the demo: departments merged, communes in place of districts',
  flags: STORE_FLAGS,
  async run(values) {
    const { timeZone } = settingsOf(values)
    await withLedger(values, async (database) => {
      const done = await reorganiseDemo(database, timeZone, Date.now())
      console.log(
        done ? 'demo: reorganised on 01/07/2025' : 'This ledger holds no demo of 2016, or it was reorganised already; it is left as it is.',
      )
    })
  },
}
