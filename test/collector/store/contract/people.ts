/** What the store promises about people, sessions and tokens. */
import assert from 'node:assert/strict'
import { createApiToken, findApiToken } from '#collector/store/api-tokens.ts'
import { createPerson, findPersonByName, hasAdministrator } from '#collector/store/people.ts'
import { dropEndedSessions, endSession, readSession, saveSession } from '#collector/store/sessions.ts'
import { settingOnce, takeSetting, writeSetting } from '#collector/store/settings.ts'
import type { Ledger } from './ledger.ts'

const AT = Date.UTC(2026, 8, 30)
const person = (userName: string, scope: 'all' | readonly number[]) => ({
  userName,
  role: 'viewer' as const,
  passwordHash: 'x',
  at: AT,
  scope,
})

export const peoplePromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'gives a person exactly the scope that was granted, nothing when none was'({ database, unitId }) {
    await createPerson(database, person('toan-tinh', 'all'))
    await createPerson(database, person('mot-so', [unitId]))
    await createPerson(database, person('khong-gi', []))
    assert.equal((await findPersonByName(database, 'toan-tinh'))?.scope, 'all')
    assert.deepEqual((await findPersonByName(database, 'mot-so'))?.scope, [unitId])
    assert.deepEqual((await findPersonByName(database, 'khong-gi'))?.scope, [])
  },

  async 'makes a user name once'({ database }) {
    assert.ok(await createPerson(database, person('lan', 'all')))
    assert.equal(await createPerson(database, person('lan', 'all')), undefined)
  },

  async 'knows whether anyone administers'({ database }) {
    assert.equal(await hasAdministrator(database), false)
    await createPerson(database, { ...person('sep', 'all'), role: 'administrator' })
    assert.equal(await hasAdministrator(database), true)
  },

  async 'ends sessions when told and when their time is over'({ database }) {
    await saveSession(database, 'one', { personId: 1, data: '{"a":1}', expiresAt: AT + 1000 })
    assert.equal(await readSession(database, 'one', AT), '{"a":1}')
    assert.equal(await readSession(database, 'one', AT + 1000), undefined)
    await endSession(database, 'one')
    assert.equal(await readSession(database, 'one', AT), undefined)
    await saveSession(database, 'two', { personId: 1, data: '{}', expiresAt: AT })
    await dropEndedSessions(database, AT)
    assert.equal((await database.read.selectFrom('session').selectAll().execute()).length, 0)
  },

  async 'keeps no session id and no token in the clear'({ database }) {
    await saveSession(database, 'secret-session', { personId: 1, data: '{}', expiresAt: AT })
    const { token } = await createApiToken(database, {
      who: 'test',
      label: 'script',
      role: 'viewer',
      at: AT,
      expiresAt: AT + 1000,
      scope: 'all',
    })
    const everything = JSON.stringify([
      await database.read.selectFrom('session').selectAll().execute(),
      await database.read.selectFrom('api_token').selectAll().execute(),
    ])
    assert.equal(everything.includes('secret-session') || everything.includes(token), false)
    assert.equal((await findApiToken(database, token, AT))?.role, 'viewer')
    assert.equal(await findApiToken(database, token, AT + 1000), undefined)
    assert.equal(await findApiToken(database, 'som_api_wrong', AT), undefined)
  },

  async 'makes a setting once and gives a one-time code to one taker only'({ database }) {
    const [one, two] = await Promise.all([settingOnce(database, 'key', () => 'first'), settingOnce(database, 'key', () => 'second')])
    assert.equal(one, two)
    await writeSetting(database, 'code', 'c')
    const taken = await Promise.all([takeSetting(database, 'code', 'c'), takeSetting(database, 'code', 'c')])
    assert.deepEqual(taken.toSorted(), [false, true])
  },
}
