/** The row of contacts: another always follows, and a PC that slept does not wait out a timer that stood still. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { createContacts } from '#agent/resident/contacts.ts'
import type { ContactOutcome } from '#agent/resident/job.ts'
import { NOON } from '../samples.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const MINUTE_MS = 60_000
const GOOD: ContactOutcome = {
  result: { kind: 'acknowledged', reports: 1, policy: { nextContactSeconds: 900, targets: [], switchedOff: [] } },
  retry: false,
}

/** `sleep` lets the clock go on while timers stand still, as Linux does. */
function contactsOf(t: TestContext, work: () => Promise<ContactOutcome | undefined>) {
  let sleptMs = 0
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: NOON })
  const mocked = Date.now
  t.mock.method(Date, 'now', () => mocked() + sleptMs)
  let queued = 0
  const contacts = createContacts(join(temporaryFolder(t), 'credential.json'), () => void queued++, work)
  return {
    contacts,
    queued: () => queued,
    pass: (ms: number) => t.mock.timers.tick(ms),
    sleep: (ms: number) => {
      sleptMs += ms
    },
  }
}

test('the next contact comes when the collector wants it, sooner when it is brought forward, never later', async (t) => {
  const { contacts, queued, pass } = contactsOf(t, async () => GOOD)
  await contacts.make()
  pass(13 * MINUTE_MS)
  assert.equal(queued(), 0)
  contacts.bringForward(10 * MINUTE_MS)
  pass(4 * MINUTE_MS)
  assert.equal(queued(), 1)
  contacts.bringForward(0)
  pass(MINUTE_MS)
  assert.equal(queued(), 1, 'one that is queued already is not queued twice')
})

test('after a night asleep the contact is made at once, though its timer still has its rest to wait', async (t) => {
  const { contacts, queued, pass, sleep } = contactsOf(t, async () => GOOD)
  await contacts.make()
  sleep(8 * 60 * MINUTE_MS)
  contacts.bringForward(MINUTE_MS)
  pass(MINUTE_MS)
  assert.equal(queued(), 1)
})

test('a contact that broke off is followed by another', async (t) => {
  const { contacts, queued, pass } = contactsOf(t, () => Promise.reject(new Error('no process could be started')))
  await assert.rejects(contacts.make())
  pass(2 * 60 * MINUTE_MS)
  assert.equal(queued(), 1)
})
