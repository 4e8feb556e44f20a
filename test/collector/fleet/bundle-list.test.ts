/** The bundles imported lately, on both databases: the latest first, page by page, and of nobody else's units. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { BundleList, ImportedBundle } from '#shared/api/bundles.ts'
import type { PcPage } from '#shared/api/pcs.ts'
import { anotherPc, bundleFile, newKeys } from '../../make-bundle.ts'
import { makeReport } from '../../make-report.ts'
import { appOver, type TestApp } from '../app-over.ts'
import { bothEngines } from '../both-engines.ts'

const ENGINES = bothEngines('bundles')

const MADE_AT = Date.UTC(2026, 8, 1)

type Brought = { readonly hostName: string; readonly unitId: number; readonly carriedBy?: string }

/** A PC of its own hardware each time. */
async function bring({ app }: TestApp, headers: Record<string, string>, { hostName, unitId, carriedBy }: Brought) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/bundles',
    query: { unitId: String(unitId), ...(carriedBy === undefined ? {} : { carriedBy }) },
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: bundleFile(newKeys(), makeReport({ facts: anotherPc(hostName), takenAt: MADE_AT }), hostName),
  })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<ImportedBundle>()
}

async function list({ app }: TestApp, headers: Record<string, string>, query: Record<string, string> = {}): Promise<BundleList> {
  const answer = await app.inject({ url: '/api/v1/bundles', query, headers })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<BundleList>()
}

const namesOf = ({ imports }: BundleList) => imports.map(({ pcName }) => pcName)

for (const [engine, address] of Object.entries(ENGINES)) {
  test(`${engine}: each import tells its PC, its unit, who brought and who imported it, and when it was made`, async (t: TestContext) => {
    const house = await appOver(t, await address())
    const headers = await house.logIn('it-staff')
    const { pcId, madeAt } = await bring(house, headers, { hostName: 'KT-PC-1', unitId: house.ledger.unitId, carriedBy: ' chị Thoa ' })
    const [one, ...rest] = (await list(house, headers)).imports
    assert.deepEqual(rest, [])
    assert.deepEqual([one?.pcId, one?.pcName, one?.unit], [pcId, 'KT-PC-1', 'Sở Nội vụ'])
    assert.deepEqual([one?.carried.carriedBy, one?.carried.madeAt], ['chị Thoa', madeAt])
    assert.match(one?.carried.who ?? '', /^person-/)
    const page = (await house.app.inject({ url: `/api/v1/pcs/${pcId}`, headers })).json<PcPage>()
    assert.deepEqual(page.events.find(({ kind }) => kind === 'bundle-imported')?.carried, one?.carried)
  })

  test(`${engine}: pages follow each other without a gap or a repetition, whatever is imported meanwhile`, async (t: TestContext) => {
    const house = await appOver(t, await address())
    const headers = await house.logIn('administrator')
    const into = { unitId: house.ledger.unitId }
    for (const place of [1, 2, 3, 4, 5]) await bring(house, headers, { hostName: `KT-PC-${place}`, ...into })
    const first = await list(house, headers, { limit: '2' })
    assert.deepEqual(namesOf(first), ['KT-PC-5', 'KT-PC-4'])
    await bring(house, headers, { hostName: 'KT-PC-6', ...into })
    const second = await list(house, headers, { limit: '2', after: String(first.next) })
    assert.deepEqual(namesOf(second), ['KT-PC-3', 'KT-PC-2'])
    const last = await list(house, headers, { limit: '2', after: String(second.next) })
    assert.deepEqual([namesOf(last), last.next], [['KT-PC-1'], undefined])
    assert.deepEqual(namesOf(await list(house, headers))[0], 'KT-PC-6')
  })

  test(`${engine}: who has a unit sees the imports of that unit and of those below it, and nobody sees more`, async (t: TestContext) => {
    const house = await appOver(t, await address())
    const health = await house.ledger.unit('Sở Y tế')
    const clinic = await house.ledger.unit('Trung tâm Y tế', health)
    const all = await house.logIn('it-staff')
    for (const [hostName, unitId] of [
      ['NV', house.ledger.unitId],
      ['YT', health],
      ['TTYT', clinic],
    ] as const)
      await bring(house, all, { hostName, unitId })
    assert.deepEqual(namesOf(await list(house, all)), ['TTYT', 'YT', 'NV'])
    assert.deepEqual(namesOf(await list(house, await house.logIn('it-staff', [health]))), ['TTYT', 'YT'])
    assert.deepEqual(namesOf(await list(house, await house.logIn('it-staff', [clinic]))), ['TTYT'])
    assert.deepEqual(namesOf(await list(house, await house.logIn('it-staff', []))), [])
    for (const role of ['viewer', 'planner'] as const) {
      const refused = await house.app.inject({ url: '/api/v1/bundles', headers: await house.logIn(role) })
      assert.equal(refused.statusCode, 403, role)
    }
  })

  test(`${engine}: a place in the list that is none is refused`, async (t: TestContext) => {
    const house = await appOver(t, await address())
    const headers = await house.logIn('it-staff')
    for (const query of ['after=x', 'after=0', 'after=99999999999999999999', 'limit=0', 'limit=201', 'limit=1e9']) {
      const answer = await house.app.inject({ url: `/api/v1/bundles?${query}`, headers })
      assert.equal(answer.statusCode, 400, query)
    }
    assert.deepEqual((await list(house, headers, { after: String(Number.MAX_SAFE_INTEGER) })).imports, [])
  })
}

test('a session tells what its person may do', async (t) => {
  const { app, logIn } = await appOver(t)
  const permissions = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/api/v1/session', headers })).json<{ person: { permissions: string[] } }>().person.permissions
  assert.equal((await permissions(await logIn('it-staff'))).includes('import-bundles'), true)
  assert.equal((await permissions(await logIn('viewer'))).includes('import-bundles'), false)
})
