/** Tokens over HTTP: made for a unit or a script, shown once, listed without what they open by, revoked; within the maker's scope. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { hashSecret } from '#collector/platform/secrets.ts'
import type { Audit } from '#shared/api/audit.ts'
import type { FrozenReport } from '#shared/api/frozen-reports.ts'
import type { ApiTokens, EnrolTokens } from '#shared/api/tokens.ts'
import { appOver } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'

const DAY_MS = 86_400_000

async function office(t: TestContext, address: string) {
  const clock = { ms: Date.now() }
  const all = await appOver(t, address, { publicUrl: 'https://so-may.example' }, undefined, () => clock.ms)
  const headers = await all.logIn('administrator')
  const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, as: Record<string, string> = headers) =>
    all.app.inject({ method, url: `/api/v1/${path}`, headers: as, ...(payload && { payload }) })
  const enrolTokens = async (as = headers) => (await ask('GET', 'enrol-tokens', undefined, as)).json() as EnrolTokens
  return { ...all, clock, headers, ask, enrolTokens }
}

for (const [engine, address] of Object.entries(bothEngines('tokens'))) {
  test(`${engine}: a PC enrols into the token's unit, as often as it allows and as long as it lasts`, async (t) => {
    const { ask, ledger, enrolTokens, clock } = await office(t, await address())
    const made = (await ask('POST', 'enrol-tokens', { unitId: ledger.unitId, label: 'Tầng 2', days: 7, useLimit: 2 })).json()
    assert.match(made.token, /^som_enrol_/)
    const pcId = await ledger.enrol({ token: made.token, at: clock.ms })
    assert.ok(pcId)
    const listed = await enrolTokens()
    assert.equal(listed.collectorUrl, 'https://so-may.example')
    const mine = listed.tokens.find(({ id }) => id === made.id)
    assert.deepEqual([mine?.unit, mine?.label, mine?.usedCount, mine?.useLimit, mine?.standing], ['Sở Nội vụ', 'Tầng 2', 1, 2, 'good'])
    assert.match(mine?.madeBy ?? '', /^person-/)
    assert.equal(JSON.stringify(listed).includes(made.token), false)
    assert.equal(JSON.stringify(listed).includes(hashSecret(made.token)), false)
    await ledger.enrol({ token: made.token, at: clock.ms })
    const standing = async () => (await enrolTokens()).tokens.find(({ id }) => id === made.id)?.standing
    assert.equal(await standing(), 'used-up')
    clock.ms += 8 * DAY_MS
    assert.equal((await ask('DELETE', `enrol-tokens/${made.id}`)).statusCode, 401, 'the session has ended meanwhile')
  })

  test(`${engine}: a revoked token lets nobody in, and the PCs it let in stay`, async (t) => {
    const { ask, ledger, enrolTokens, clock } = await office(t, await address())
    const made = (await ask('POST', 'enrol-tokens', { unitId: ledger.unitId, label: 'x', days: 7, useLimit: 9 })).json()
    assert.equal((await ask('DELETE', `enrol-tokens/${made.id}`)).statusCode, 204)
    assert.equal((await ask('DELETE', `enrol-tokens/${made.id}`)).statusCode, 404)
    assert.equal(await ledger.enrol({ token: made.token, at: clock.ms }), undefined)
    assert.equal((await enrolTokens()).tokens.find(({ id }) => id === made.id)?.standing, 'revoked')
  })

  test(`${engine}: what is left of an ended unit lets nobody into it; a change of the tree takes its tokens along`, async (t) => {
    const { ask, ledger, enrolTokens, clock, database } = await office(t, await address())
    const today = new Date(clock.ms).toISOString().slice(0, 10)
    const [left, merged] = [await ledger.unit('Sở Ngoại vụ'), await ledger.unit('Sở Xây dựng')]
    const wish = { label: 'x', days: 7, useLimit: 9 }
    const [behind, along] = await Promise.all(
      [left, merged].map(async (unitId) => (await ask('POST', 'enrol-tokens', { ...wish, unitId })).json()),
    )
    const plan = {
      day: today,
      made: [{ key: 'a', name: 'Sở Xây dựng và Giao thông', block: 'I', orderNo: 1 }],
      ended: [{ unitId: merged, into: [{ key: 'a' }] }],
      confirm: true,
    }
    const { made } = (await ask('POST', 'reorganisations', plan)).json()
    await database.write((db) => db.updateTable('unit').set({ valid_to: today }).where('id', '=', left).execute())
    assert.equal((await ask('POST', 'enrol-tokens', { ...wish, unitId: left })).json().error.code, 'unit-unknown')
    assert.equal(await ledger.enrol({ token: behind.token, at: clock.ms }), undefined)
    const pcId = (await ledger.enrol({ token: along.token, at: clock.ms })) as number
    assert.equal((await ask('GET', `pcs/${pcId}`)).json().unitId, made.a)
    const standings = (await enrolTokens()).tokens.map(({ id, standing }) => [id, standing])
    assert.deepEqual(Object.fromEntries(standings), { ...Object.fromEntries(standings), [behind.id]: 'unit-ended', [along.id]: 'good' })
  })

  test(`${engine}: an administrator of one unit makes tokens for it, and neither sees nor ends those of others`, async (t) => {
    const { ask, ledger, enrolTokens, logIn } = await office(t, await address())
    const other = await ledger.unit('Sở Tài chính')
    const theirs = (await ask('POST', 'enrol-tokens', { unitId: other, label: 'x', days: 1, useLimit: 1 })).json()
    const scoped = await logIn('administrator', [ledger.unitId])
    const wish = { label: 'y', days: 1, useLimit: 1 }
    assert.equal((await ask('POST', 'enrol-tokens', { ...wish, unitId: other }, scoped)).json().error.code, 'unit-elsewhere')
    const own = (await ask('POST', 'enrol-tokens', { ...wish, unitId: ledger.unitId }, scoped)).json()
    const seen = (await enrolTokens(scoped)).tokens.map(({ id }) => id)
    assert.ok(seen.includes(own.id) && !seen.includes(theirs.id))
    assert.equal((await ask('DELETE', `enrol-tokens/${theirs.id}`, undefined, scoped)).statusCode, 404)
  })

  test(`${engine}: a script's token opens what its role and units allow, until its end or its revocation`, async (t) => {
    const { ask, ledger, clock, logIn } = await office(t, await address())
    const make = async (more: object) =>
      (await ask('POST', 'api-tokens', { label: 'báo cáo', role: 'viewer', unitIds: [ledger.unitId], ...more })).json()
    const forADay = await make({ days: 1 })
    const forEver = await make({})
    const as = (token: string) => ({ authorization: `Bearer ${token}` })
    assert.equal((await ask('GET', 'pcs', undefined, as(forADay.token))).statusCode, 200)
    assert.equal((await ask('GET', 'people', undefined, as(forADay.token))).statusCode, 403)
    clock.ms += 2 * DAY_MS
    assert.equal((await ask('GET', 'pcs', undefined, as(forADay.token))).json().error.code, 'api-token-invalid')
    assert.equal((await ask('GET', 'pcs', undefined, as(forEver.token))).statusCode, 200)
    const headers = await logIn('administrator')
    const { tokens } = (await ask('GET', 'api-tokens', undefined, headers)).json() as ApiTokens
    assert.deepEqual(
      tokens.map(({ standing, units }) => [standing, units?.map(({ name }) => name)]),
      [
        ['good', ['Sở Nội vụ']],
        ['expired', ['Sở Nội vụ']],
      ],
    )
    assert.equal((await ask('DELETE', `api-tokens/${forEver.id}`, undefined, headers)).statusCode, 204)
    assert.equal((await ask('GET', 'pcs', undefined, as(forEver.token))).json().error.code, 'api-token-invalid')
    const bad = { label: 'x', role: 'viewer', unitIds: [999_999] }
    assert.equal((await ask('POST', 'api-tokens', bad, headers)).json().error.code, 'unit-unknown')
    assert.equal(((await ask('GET', 'api-tokens', undefined, headers)).json() as ApiTokens).tokens.length, 2)
  })

  test(`${engine}: a script signs as a script, however it is labelled, and never as the person of that name`, async (t) => {
    const { ask, ledger } = await office(t, await address())
    const pcId = (await ledger.enrol({ at: Date.UTC(2025, 11, 1) })) as number
    assert.equal(
      (await ask('POST', 'api-tokens', { label: 'admin\n', role: 'administrator', unitIds: null })).json().error.code,
      'body-invalid',
    )
    const label = 'admin '
    const { id, token } = (await ask('POST', 'api-tokens', { label, role: 'administrator', unitIds: null })).json()
    const as = { authorization: `Bearer ${token}` }
    const signed = `API: admin  (#${id})`
    const frozen = (await ask('POST', 'frozen-reports', { asOf: '2026-01-01', title: 'Quý IV' }, as)).json()
    assert.equal((await ask('GET', `frozen-reports/${frozen.id}`)).json<FrozenReport>().who, signed)
    await ask('POST', 'pcs/moves', { pcIds: [pcId], unitId: await ledger.unit('Sở Y tế') }, as)
    await ask('POST', 'enrol-tokens', { unitId: ledger.unitId, label: 'x', days: 1, useLimit: 1 }, as)
    const kindsBy = async (who: string) =>
      (await ask('GET', `audit?who=${encodeURIComponent(who)}`)).json<Audit>().deeds.map(({ kind }) => kind)
    assert.deepEqual(await kindsBy(signed), ['enrol-token-created', 'moved', 'counts-frozen'])
    assert.deepEqual(await kindsBy('admin'), [])
    const file = await ask('GET', 'counts/export?format=xlsx&language=vi', undefined, as)
    assert.equal(file.statusCode, 200)
    assert.equal((await ask('GET', 'session', undefined, as)).json().person.userName, signed)
  })

  test(`${engine}: a script manages neither people nor scripts, so that nothing of it outlives its token`, async (t) => {
    const { ask } = await office(t, await address())
    const { token } = (await ask('POST', 'api-tokens', { label: 'x', role: 'administrator', unitIds: null })).json()
    const as = { authorization: `Bearer ${token}` }
    const person = { userName: 'thu-hai', fullName: '', role: 'administrator', unitIds: null }
    for (const [method, path, payload] of [
      ['POST', 'people', person],
      ['POST', 'people/1/password', {}],
      ['GET', 'people', undefined],
      ['POST', 'api-tokens', { label: 'y', role: 'administrator', unitIds: null }],
      ['DELETE', 'api-tokens/1', undefined],
    ] as const) {
      const refused = await ask(method, path, payload, as)
      assert.deepEqual([refused.statusCode, refused.json().error.code], [403, 'script-not-permitted'], `${method} ${path}`)
    }
    const { permissions } = (await ask('GET', 'session', undefined, as)).json().person
    assert.ok(permissions.includes('manage-units') && !permissions.includes('manage-people'))
    assert.equal((await ask('POST', 'people', person)).statusCode, 200)
  })
}
