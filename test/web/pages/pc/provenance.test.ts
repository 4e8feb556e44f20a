/** What most facts of a PC share is said once; a fact says only what differs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonProvenance, ownProvenance } from '#web/pages/pc/provenance.ts'

const fact = (name: string, since: number, source: string, confirmedAt = 90) => ({ name, since, confirmedAt, body: { known: {}, source } })
const facts = [fact('system', 10, 'WMI'), fact('os', 50, 'WMI'), fact('memory', 10, 'WMI'), fact('tpm', 10, 'registry', 70)]

test('the most frequent moment and source are the common ones', () => {
  assert.deepEqual(commonProvenance(facts), { since: 10, source: 'WMI' })
  assert.deepEqual(commonProvenance([]), { since: undefined, source: undefined })
})

test('a fact tells its own only where it differs', () => {
  const own = facts.map((one) => ownProvenance(one, commonProvenance(facts), 90))
  const nothing = { since: undefined, confirmedAt: undefined, source: undefined }
  assert.deepEqual(own, [nothing, { ...nothing, since: 50 }, nothing, { ...nothing, confirmedAt: 70, source: 'registry' }])
})
