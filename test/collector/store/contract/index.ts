/** The promises of the store, which every database must keep: run by sqlite.test.ts and postgres.test.ts. */
import { test } from 'node:test'
import type { Database } from '#collector/store/database.ts'
import { clonePromises } from './clones.ts'
import { conditionPromises } from './conditions.ts'
import { countPromises } from './counts.ts'
import { enrolmentPromises } from './enrolments.ts'
import { identityDeskPromises } from './identity-desk.ts'
import { latestPromises } from './latest.ts'
import { ledgerOver } from './ledger.ts'
import { mergesOverTimePromises } from './merges-over-time.ts'
import { officeStoryPromises } from './office-stories.ts'
import { oneKeyPromises } from './one-key.ts'
import { pcListPromises } from './pc-list.ts'
import { peoplePromises } from './people.ts'
import { planMomentPromises } from './plan-moments.ts'
import { planPromises } from './plans.ts'
import { presencePromises } from './presence.ts'
import { registerPromises } from './register.ts'
import { registerEndingPromises } from './register-endings.ts'
import { registerMatchPromises } from './register-matches.ts'
import { registerYearPromises } from './register-year.ts'
import { renewalPromises } from './renewals.ts'
import { reorganisationPromises } from './reorganisations.ts'
import { reorganisationToldPromises } from './reorganisations-told.ts'
import { reportPromises } from './reports.ts'
import { splitPromises } from './splits.ts'
import { systemsSincePromises } from './systems-since.ts'
import { togetherPromises } from './together.ts'
import { unitPromises } from './units.ts'
import { updatePromises } from './updates.ts'
import { wholeYearPromises } from './whole-year.ts'

const SUITES = {
  reports: reportPromises,
  'latest only': latestPromises,
  presence: presencePromises,
  enrolments: enrolmentPromises,
  clones: clonePromises,
  'one key': oneKeyPromises,
  'renewed credentials': renewalPromises,
  'list of PCs': pcListPromises,
  people: peoplePromises,
  'at the same moment': togetherPromises,
  units: unitPromises,
  updates: updatePromises,
  counts: countPromises,
  conditions: conditionPromises,
  reorganisations: reorganisationPromises,
  'reorganisations told': reorganisationToldPromises,
  'identity desk': identityDeskPromises,
  'office stories': officeStoryPromises,
  'merges over time': mergesOverTimePromises,
  splits: splitPromises,
  plans: planPromises,
  'moments of plans': planMomentPromises,
  'systems since': systemsSincePromises,
  'whole year': wholeYearPromises,
  register: registerPromises,
  'matches of the register': registerMatchPromises,
  'ends of assets': registerEndingPromises,
  'register of a year': registerYearPromises,
}

/** `open` gives a fresh, empty, migrated database each time. */
export function contract(open: () => Promise<Database>): void {
  for (const [suite, promises] of Object.entries(SUITES)) {
    test(suite, async (t) => {
      for (const [promise, prove] of Object.entries(promises)) {
        await t.test(promise, async (one) => {
          const database = await open()
          try {
            await prove(await ledgerOver(database), one)
          } finally {
            await database.close()
          }
        })
      }
    })
  }
}
