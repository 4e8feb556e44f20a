/** People: let in with a password that must be changed, given and taken units and roles, let in no more; on both databases. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Audit } from '#shared/api/audit.ts'
import type { Person } from '#shared/api/people.ts'
import { appOver } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'

async function office(t: TestContext, address: string) {
  const all = await appOver(t, address)
  const headers = await all.logIn('administrator')
  const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object, as: Record<string, string> = headers) =>
    all.app.inject({ method, url: `/api/v1/${path}`, headers: as, ...(payload && { payload }) })
  const people = async () => (await ask('GET', 'people')).json().people as Person[]
  const enter = async (userName: string, password: string) => {
    const answer = await ask('POST', 'session', { userName, password }, {})
    const [cookie] = answer.cookies
    return { answer, headers: { cookie: `${cookie?.name}=${cookie?.value}`, 'x-csrf-token': String(answer.json().csrfToken) } }
  }
  return { ...all, headers, ask, people, enter }
}

const LAN = { userName: 'chi-lan', fullName: 'Chị Lan, phòng Tổ chức', role: 'it-staff' }

for (const [engine, address] of Object.entries(bothEngines('people'))) {
  test(`${engine}: a new person comes in with the given password, and nothing opens before it is changed`, async (t) => {
    const { ask, ledger, people, enter } = await office(t, await address())
    const given = (await ask('POST', 'people', { ...LAN, unitIds: [ledger.unitId] })).json()
    const made = (await people()).find(({ id }) => id === given.id)
    assert.deepEqual(
      { ...made, id: 0 },
      {
        ...LAN,
        id: 0,
        units: [{ id: ledger.unitId, name: 'Sở Nội vụ' }],
        disabled: false,
        secondFactor: false,
        mustChangePassword: true,
        sessions: 0,
      },
    )
    const { answer, headers } = await enter(LAN.userName, given.password)
    assert.equal(answer.json().person.mustChangePassword, true)
    assert.equal((await ask('GET', 'pcs', undefined, headers)).json().error.code, 'password-must-change')
    const change = { old: given.password, new: 'mat khau cua rieng toi' }
    assert.equal((await ask('POST', 'account/password', change, headers)).statusCode, 204)
    assert.equal((await ask('GET', 'pcs', undefined, headers)).statusCode, 200)
    assert.equal((await ask('POST', 'people', { ...LAN, unitIds: null })).json().error.code, 'user-name-taken')
  })

  test(`${engine}: role and units change at once, with who, old and new in the log`, async (t) => {
    const { ask, ledger, people, enter, database } = await office(t, await address())
    const other = await ledger.unit('Sở Tài chính')
    const given = (await ask('POST', 'people', { ...LAN, unitIds: [ledger.unitId] })).json()
    assert.equal((await ask('PATCH', `people/${given.id}`, { role: 'viewer', unitIds: [other] })).statusCode, 204)
    const changed = (await people()).find(({ id }) => id === given.id)
    assert.deepEqual([changed?.role, changed?.units, changed?.fullName], ['viewer', [{ id: other, name: 'Sở Tài chính' }], LAN.fullName])
    const { deeds } = (await ask('GET', 'audit')).json() as Audit
    assert.deepEqual(deeds[0]?.detail, {
      person: LAN.userName,
      old: { role: 'it-staff', units: ['Sở Nội vụ'] },
      new: { role: 'viewer', units: ['Sở Tài chính'] },
    })
    assert.match(deeds[0]?.who ?? '', /^person-/)
    assert.equal((await ask('PATCH', `people/${given.id}`, { unitIds: [999_999] })).json().error.code, 'unit-unknown')
    assert.deepEqual((await people()).find(({ id }) => id === given.id)?.units, [{ id: other, name: 'Sở Tài chính' }])
    await database.write((db) => db.updateTable('unit').set({ valid_to: '2025-07-01' }).where('id', '=', other).execute())
    const ended = [{ id: other, name: 'Sở Tài chính', validTo: '2025-07-01' }]
    assert.deepEqual((await people()).find(({ id }) => id === given.id)?.units, ended)
    assert.equal((await ask('PATCH', `people/${given.id}`, { unitIds: [] })).statusCode, 204)
    assert.deepEqual((await people()).find(({ id }) => id === given.id)?.units, [])
    assert.equal((await ask('PATCH', `people/${given.id}`, { unitIds: null })).statusCode, 204)
    assert.equal((await people()).find(({ id }) => id === given.id)?.units, null)
    assert.ok(enter)
  })

  test(`${engine}: who is let in no more is out at once, and comes back by being let in again`, async (t) => {
    const { ask, people, enter } = await office(t, await address())
    const given = (await ask('POST', 'people', { ...LAN, unitIds: null })).json()
    const { headers } = await enter(LAN.userName, given.password)
    assert.equal((await people()).find(({ id }) => id === given.id)?.sessions, 1)
    assert.equal((await ask('PATCH', `people/${given.id}`, { disabled: true })).statusCode, 204)
    assert.equal((await ask('GET', 'session', undefined, headers)).statusCode, 401)
    assert.equal((await enter(LAN.userName, given.password)).answer.json().error.code, 'login-failed')
    assert.equal((await ask('PATCH', `people/${given.id}`, { disabled: false })).statusCode, 204)
    assert.equal((await enter(LAN.userName, given.password)).answer.statusCode, 200)
  })

  test(`${engine}: a new password ends the sessions and the old password`, async (t) => {
    const { ask, enter } = await office(t, await address())
    const given = (await ask('POST', 'people', { ...LAN, unitIds: null })).json()
    const { headers } = await enter(LAN.userName, given.password)
    const again = (await ask('POST', `people/${given.id}/password`, {})).json()
    assert.equal((await ask('GET', 'session', undefined, headers)).statusCode, 401)
    assert.equal((await enter(LAN.userName, given.password)).answer.json().error.code, 'login-failed')
    assert.equal((await enter(LAN.userName, again.password)).answer.json().person.mustChangePassword, true)
    assert.equal((await ask('POST', 'people/999999/password', {})).statusCode, 404)
  })

  test(`${engine}: the last administrator over everything stays one`, async (t) => {
    const { ask, people } = await office(t, await address())
    const [only] = await people()
    for (const change of [{ disabled: true }, { role: 'viewer' }, { unitIds: [] }])
      assert.equal((await ask('PATCH', `people/${only?.id}`, change)).json().error.code, 'last-administrator', JSON.stringify(change))
    assert.equal((await people())[0]?.role, 'administrator')
    await ask('POST', 'people', { userName: 'anh-minh', fullName: '', role: 'administrator', unitIds: null })
    assert.equal((await ask('PATCH', `people/${only?.id}`, { role: 'viewer' })).statusCode, 204)
  })

  test(`${engine}: who sees only a part of the tree manages nobody, and the log of everybody is not theirs`, async (t) => {
    const { ask, ledger, logIn } = await office(t, await address())
    const scoped = await logIn('administrator', [ledger.unitId])
    for (const path of ['people', 'audit', 'api-tokens']) assert.equal((await ask('GET', path, undefined, scoped)).statusCode, 403, path)
    assert.equal((await ask('POST', 'people', { ...LAN, unitIds: null }, scoped)).statusCode, 403)
  })
}
