/** The census of scopes: from no route, in no role, comes a word of units outside the caller's scope; one who sees nothing gets nothing. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { PERMISSIONS } from '#collector/access/access.ts'
import { countAhead } from '#collector/fleet/counts/count.ts'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { trendDays } from '#collector/rolling/days.ts'
import { rollUp } from '#collector/rolling/roll-up.ts'
import { anyUnit } from '#collector/store/any-unit.ts'
import { createEnrolToken } from '#collector/store/enrol-tokens.ts'
import { exemptPcs } from '#collector/store/exemptions.ts'
import { mergePcs } from '#collector/store/merging/merge-pcs.ts'
import { decidePair } from '#collector/store/register/decide-pair.ts'
import { importList } from '#collector/store/register/import-list.ts'
import { matchRegister } from '#collector/store/register/match.ts'
import type { Alerts } from '#shared/api/alerts.ts'
import type { CountedPcs, Counts } from '#shared/api/counts.ts'
import { ROLES } from '#shared/api/session.ts'
import type { Trend } from '#shared/api/trend.ts'
import { dayOf } from '#shared/text/dates.ts'
import { dayText } from '#shared/text/days.ts'
import { REGISTER_VIEW_NAMES } from '#shared/text/register.ts'
import { known, makeReport } from '../make-report.ts'
import { appOver, type TestApp } from './app-over.ts'
import { bothEngines } from './both-engines.ts'
import { everywhere, itemOf, listing, ZONE } from './store/contract/register-lists.ts'

/** Of the collector's own zone: from midnight there until seven it is another day than that of UTC. */
const dayAt = (ms: number) => dayText(dayOf(ms, ZONE))

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** The full names: what a caller typed comes back in errors, and is no leak. */
const OWN = /own-(pc|unit|token|asset)-77/i
const OTHER = /other-(pc|unit|token|asset)-77/i

const ASKED = [1, 2, 3, 4, 5]

type House = TestApp & { readonly units: { own: number; other: number }; readonly pcs: { own: number; other: number } }

/** Two units with a PC and a token each, everything about them named after the unit. */
async function houseOf(t: TestContext, address: string): Promise<House> {
  const house = await appOver(t, address)
  const { ledger, database } = house
  const at = Date.now() - 3 * DAY_MS
  const furnish = async (mark: string): Promise<[unit: number, pc: number]> => {
    const unitId = await ledger.unit(`${mark}-UNIT-77`)
    const hostName = `${mark}-PC-77`
    const pc = (await ledger.enrol({ hostName, unitId, at: at - DAY_MS })) as number
    const samples = [{ at: new Date(at).toISOString(), state: 'internet' as const }]
    await ledger.report(pc, makeReport({ facts: { system: known('system', { hostName }) }, takenAt: at, samples }))
    await createEnrolToken(database, { who: 'test', unitId, label: `${mark}-TOKEN-77`, at, validMs: 90 * DAY_MS, useLimit: 9 })
    const asset = (code: string, rest: object) => itemOf(`${mark}-ASSET-77${code}`, unitId, { name: `${mark}-ASSET-77`, ...rest })
    const items = [asset('', {}), asset('-M', { exempt: true }), asset('-H', { hostName })]
    await importList(database, listing(dayAt(at), items, { fileName: `${mark}-ASSET-77.xlsx` }))
    return [unitId, pc]
  }
  const [ownUnit, ownPc] = await furnish('OWN')
  const [otherUnit, otherPc] = await furnish('OTHER')
  await matchRegister(database, { at, timeZone: ZONE })
  // An asset of the other unit's books is a PC that stands in the own one.
  const strayed = await database.read
    .selectFrom('register_item')
    .select('id')
    .where('asset_code', '=', 'OTHER-ASSET-77')
    .executeTakeFirstOrThrow()
  const pair = { itemId: strayed.id, pcId: ownPc, same: true, who: 'test', at, timeZone: ZONE, mayTouch: everywhere }
  assert.equal(await decidePair(database, pair), 'done')
  const payload = { asOf: dayAt(Date.now() - DAY_MS), title: 'Báo cáo' }
  const frozen = await house.app.inject({ method: 'POST', url: '/api/v1/frozen-reports', headers: await house.logIn('planner'), payload })
  assert.equal(frozen.json().id, 1, frozen.body)
  const draft = await house.app.inject({ method: 'POST', url: '/api/v1/report-drafts', headers: await house.logIn('planner'), payload })
  assert.equal(draft.json().id, 1, draft.body)
  await measurePcs(database, async () => BUILT_IN)
  const plan = { title: 'Kế hoạch', asked: {} }
  const committed = await house.app.inject({
    method: 'POST',
    url: '/api/v1/committed-plans',
    headers: await house.logIn('planner'),
    payload: plan,
  })
  assert.equal(committed.json().id, 1, committed.body)
  return { ...house, units: { own: ownUnit, other: otherUnit }, pcs: { own: ownPc, other: otherPc } }
}

/** Every address anyone logged in may read: plain, narrowed to the other unit, searched for it, as each kind of file. */
function addressesOf({ app, units, pcs }: House): { route: string; ask: string }[] {
  const routes = app
    .declaredRoutes()
    .filter(({ method, access, url }) => method === 'GET' && access !== 'public' && access !== 'agent' && !url.includes('*'))
  const views = REGISTER_VIEW_NAMES.map((view) => `?view=${view}`)
  return routes.flatMap(({ url }) => {
    const filled = url.includes(':id') ? [...new Set([pcs.own, pcs.other, ...ASKED])].map((id) => url.replace(':id', String(id))) : [url]
    const more = url.endsWith('/export')
      ? ['?format=csv', '?format=xlsx', '?format=docx', `?format=csv&unit=${units.other}`, '?format=csv&q=other']
      : ['', `?unit=${units.other}`, '?q=other']
    const asked = url === '/api/v1/register' ? [...more, ...views] : more
    return filled.flatMap((address) => asked.map((query) => ({ route: url, ask: `${address}${query}` })))
  })
}

async function textOf(answer: LightMyRequestResponse): Promise<string> {
  const type = String(answer.headers['content-type'])
  if (type.includes('wordprocessing')) return strFromU8(unzipSync(answer.rawPayload)['word/document.xml'] as Uint8Array)
  if (!type.includes('spreadsheet')) return answer.body
  return JSON.stringify((await readXlsx(answer.rawPayload)).sheets)
}

/** The routes whose answers hold `mark`. */
async function routesShowing(house: House, headers: Record<string, string>, mark: RegExp): Promise<Set<string>> {
  const showing = new Set<string>()
  for (const { route, ask } of addressesOf(house)) {
    const answer = await house.app.inject({ url: ask, headers })
    assert.ok(answer.statusCode < 500, `${ask}: ${answer.body}`)
    if (mark.test(await textOf(answer))) showing.add(route)
  }
  return showing
}

/** Of the own unit PCs and assets that must not be connected (máy mật): some from the beginning, some were marked after they were counted and frozen. */
const SECRET = /secret-(pc|asset)-77/i

async function withSecrets(house: House): Promise<void> {
  const { ledger, database, units } = house
  const at = Date.now() - 2 * DAY_MS
  const hostName = 'SECRET-PC-77'
  const pc = (await ledger.enrol({ hostName, unitId: units.own, at })) as number
  await exemptPcs(database, { pcIds: [pc], exempt: true, who: 'test', at, mayTouch: anyUnit })
  await ledger.report(pc, makeReport({ facts: { system: known('system', { hostName }) }, takenAt: at + HOUR_MS }))
  const items = [itemOf('SECRET-ASSET-77', units.own, { name: 'SECRET-ASSET-77', exempt: true, hostName })]
  await importList(database, listing(dayAt(at), items))
  const late = { hostName: 'SECRET-PC-77-LATE', unitId: units.own, at }
  const [open, twin] = [(await ledger.enrol(late)) as number, (await ledger.enrol({ ...late, hostName: 'SECRET-PC-77-TWIN' })) as number]
  const asset = itemOf('SECRET-ASSET-77-LATE', units.own, { name: 'SECRET-ASSET-77-LATE' })
  await importList(database, listing(dayAt(at), [asset]))
  const payload = { asOf: dayAt(Date.now() - DAY_MS), title: 'Báo cáo' }
  const frozen = await house.app.inject({ method: 'POST', url: '/api/v1/frozen-reports', headers: await house.logIn('planner'), payload })
  // What turned out to be one of them is as secret as it.
  const merged = await mergePcs(database, { pcIds: [open, twin], who: 'test', at: Date.now(), mayTouch: anyUnit })
  await exemptPcs(database, { pcIds: [merged?.into as number], exempt: true, who: 'test', at: Date.now(), mayTouch: anyUnit })
  await importList(database, listing(dayAt(Date.now()), [{ ...asset, exempt: true }]))
  // Numbers that the addresses of the census ask for.
  assert.ok(
    [frozen.json().id, pc, open, twin].every((id) => ASKED.includes(id)),
    frozen.body,
  )
}

for (const [engine, address] of Object.entries(bothEngines('scopes'))) {
  test(`${engine}: which PCs must not be connected is known in their unit and to who looks after PCs; to others their number`, async (t) => {
    const house = await houseOf(t, await address())
    await withSecrets(house)
    for (const role of ['viewer', 'planner'] as const)
      assert.deepEqual([...(await routesShowing(house, await house.logIn(role), SECRET))], [], role)
    for (const headers of [await house.logIn('viewer', [house.units.own]), await house.logIn('administrator')]) {
      const showing = await routesShowing(house, headers, SECRET)
      for (const route of [
        '/api/v1/pcs',
        '/api/v1/pcs/:id',
        '/api/v1/counts/pcs',
        '/api/v1/counts/pcs/export',
        '/api/v1/frozen-reports/:id/pcs',
        '/api/v1/register',
        '/api/v1/register/export',
        '/api/v1/register/minutes/export',
        '/api/v1/alerts',
      ])
        assert.ok(showing.has(route), route)
    }
    const viewer = await house.logIn('viewer')
    const counts = (await house.app.inject({ url: '/api/v1/counts', headers: viewer })).json<Counts>()
    assert.equal(counts.total.exempt, 4, 'two assets of the units, a PC and its own asset')
    const list = (await house.app.inject({ url: '/api/v1/counts/pcs?states=exempt', headers: viewer })).json<CountedPcs>()
    assert.deepEqual([list.rows, list.withheld], [[], true])
    assert.equal((await house.app.inject({ url: '/api/v1/alerts', headers: viewer })).json<Alerts>().exemptReported.count, 1)

    // Of the day before they were marked the figures stay, the list names one less, and says so.
    for (const [path, states, withheld] of [
      ['counts', 'unknown', true],
      ['counts', 'register-only', true],
      ['counts', 'internet', undefined],
      ['frozen-reports/2', 'unknown', true],
      ['frozen-reports/2', 'register-only', true],
      ['frozen-reports/2', 'internet', undefined],
    ] as const) {
      const asked = `/api/v1/${path}/pcs?states=${states}`
      const all = (await house.app.inject({ url: asked, headers: await house.logIn('administrator') })).json<CountedPcs>()
      const open = (await house.app.inject({ url: asked, headers: viewer })).json<CountedPcs>()
      const secret = all.rows.filter(({ name }) => SECRET.test(name))
      assert.equal(secret.length > 0, withheld === true, asked)
      assert.deepEqual([open.rows.length, open.withheld], [all.rows.length - secret.length, withheld], asked)
      const file = await house.app.inject({ url: asked.replace('?', '/export?format=xlsx&language=en&'), headers: viewer })
      assert.equal((await textOf(file)).includes('in the figure alone, not named here'), withheld === true, asked)
    }
  })

  test(`${engine}: figures that were counted ahead are narrowed to the caller's units like those counted now`, async (t) => {
    const house = await houseOf(t, await address())
    const { database, app, units } = house
    const callers = [await house.logIn('viewer', [units.own]), await house.logIn('viewer', []), await house.logIn('viewer')]
    const told = () =>
      Promise.all(
        callers.flatMap((headers, place) =>
          // Of a unit that is not there for the one who sees nothing, nothing is told at all.
          (place === 1 ? [''] : ['', `?unit=${units.own}`]).map(async (query) => {
            const { at: _at, ...counts } = (await app.inject({ url: `/api/v1/counts${query}`, headers })).json()
            const trend = (await app.inject({ url: `/api/v1/counts/trend${query}`, headers })).json<Trend>()
            return { counts, last: trend.days.at(-1)?.figures }
          }),
        ),
      )
    const live = await told()
    const count = (asOf: Parameters<typeof countAhead>[1]) => countAhead(database, asOf)
    assert.ok((await rollUp({ database, now: Date.now, timeZone: ZONE, count }, trendDays(Date.now(), ZONE))) > 0)
    const ahead = await told()
    assert.deepEqual(
      ahead.map(({ counts }) => counts),
      live.map(({ counts }) => counts),
    )
    for (const { counts, last } of ahead) assert.deepEqual(last, counts.total)
  })

  test(`${engine}: whoever sees everything finds the other unit on all these routes, so that the census looks at something`, async (t) => {
    const house = await houseOf(t, await address())
    const showing = await routesShowing(house, await house.logIn('administrator'), OTHER)
    for (const route of [
      '/api/v1/pcs',
      '/api/v1/pcs/export',
      '/api/v1/pcs/:id',
      '/api/v1/counts',
      '/api/v1/counts/export',
      '/api/v1/counts/pcs',
      '/api/v1/counts/pcs/export',
      '/api/v1/frozen-reports/:id',
      '/api/v1/frozen-reports/:id/pcs',
      '/api/v1/frozen-reports/:id/export',
      '/api/v1/frozen-reports/:id/pcs/export',
      '/api/v1/units',
      '/api/v1/units/tree',
      '/api/v1/units/tree/export',
      '/api/v1/enrol-tokens',
      '/api/v1/audit',
      '/api/v1/register',
      '/api/v1/register/summary',
      '/api/v1/register/reconciliation',
      '/api/v1/register/export',
      '/api/v1/register/minutes/export',
      '/api/v1/staff-numbers',
      '/api/v1/patches',
      '/api/v1/patches/pcs',
      '/api/v1/patches/pcs/export',
      '/api/v1/plan',
      '/api/v1/plan/pcs',
      '/api/v1/plan/export',
      '/api/v1/committed-plans/:id',
      '/api/v1/committed-plans/:id/lines',
      '/api/v1/committed-plans/:id/lines/export',
    ])
      assert.ok(showing.has(route), route)
  })

  for (const role of ROLES) {
    test(`${engine}: ${role}: of the own unit what the role may see, of the other one not a word, without a unit nothing`, async (t) => {
      const house = await houseOf(t, await address())
      const scoped = await house.logIn(role, [house.units.own])
      assert.deepEqual([...(await routesShowing(house, scoped, OTHER))], [])
      const own = await routesShowing(house, scoped, OWN)
      for (const route of ['/api/v1/pcs', '/api/v1/pcs/:id', '/api/v1/counts/pcs/export']) assert.ok(own.has(route), route)
      assert.equal(own.has('/api/v1/enrol-tokens'), PERMISSIONS[role].includes('manage-tokens'))
      const blind = await house.logIn(role, [])
      for (const mark of [OWN, OTHER]) assert.deepEqual([...(await routesShowing(house, blind, mark))], [])
    })
  }

  test(`${engine}: nobody changes anything of a unit outside their scope`, async (t) => {
    const house = await houseOf(t, await address())
    const { units, pcs } = house
    const headers = await house.logIn('administrator', [units.own])
    const post = (path: string, payload: object) => house.app.inject({ method: 'POST', url: `/api/v1/${path}`, headers, payload })
    assert.equal((await post('pcs/moves', { pcIds: [pcs.other], unitId: units.own })).json().moved, 0)
    assert.equal((await post('pcs/moves', { pcIds: [pcs.own], unitId: units.other })).json().error.code, 'unit-elsewhere')
    assert.equal(
      (await post('enrol-tokens', { unitId: units.other, label: 'x', days: 1, useLimit: 1 })).json().error.code,
      'unit-elsewhere',
    )
    assert.equal((await post('reorganisations', { day: '2026-01-01', made: [], ended: [] })).statusCode, 403)
    const all = await house.logIn('administrator')
    const answer = await house.app.inject({ url: `/api/v1/pcs/${pcs.other}`, headers: all })
    assert.match(answer.body, OTHER)
  })
}
