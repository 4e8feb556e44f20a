/** Writes measured.json anew after measures changed on purpose, and says what collector/src/plan/measures/version.ts must hold then. */
import { writeFileSync } from 'node:fs'
import { measureCorpus } from './corpus.ts'
import { digestOf, MEASURED } from './golden.ts'

const measured = measureCorpus()
writeFileSync(MEASURED, `${JSON.stringify(measured, null, 2)}\n`)
console.log(`measured.json is written. In version.ts: results '${digestOf(measured)}', and version one more than before.`)
