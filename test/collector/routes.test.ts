/** The census of routes: each declares who may call it, stands in this table, and answers guest, viewer and administrator as it says. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import { type Access, PERMISSIONS } from '#collector/access/access.ts'
import { declareAccess } from '#collector/access/declare.ts'
import type { ErrorAnswer } from '#shared/api/error.ts'
import type { Role } from '#shared/api/session.ts'
import { appOver } from './app-over.ts'
import { SCENARIOS } from './route-table/index.ts'

// Files of the built pages and of the documentation page: many, and alike in that each has the access of its kind.
const FAMILIES: readonly { readonly prefix: RegExp; readonly access: Access }[] = [
  { prefix: /^\/api\/v1\/documentation/, access: 'see-documentation' },
  { prefix: /^\/(?!api\/)/, access: 'public' },
]

const keyOf = ({ method, url }: { method: string; url: string }) => `${method} ${url}`

test('every route stands in the table with the access it declares', async (t) => {
  const { app } = await appOver(t)
  const table = new Map(SCENARIOS.map((scenario) => [keyOf(scenario), scenario.access]))
  for (const route of app.declaredRoutes()) {
    if (route.method === 'HEAD') continue
    const expected = table.get(keyOf(route)) ?? FAMILIES.find((family) => family.prefix.test(route.url))?.access
    assert.equal(route.access, expected, `${keyOf(route)} is missing from the table or declares another access`)
    table.delete(keyOf(route))
  }
  assert.deepEqual([...table.keys()], [], 'the table names routes that do not exist')
})

test('a route without a declared access stops the start', async () => {
  const app = Fastify()
  declareAccess(app)
  app.get('/forgotten', async () => 'open to all')
  await assert.rejects(async () => app.ready(), /GET \/forgotten declares no access/)
})

/** Long enough ago that there is a day to freeze. */
const FIRST_AT = Date.UTC(2026, 0, 1)

test('guests, agents, viewers and administrators get what the table says and nothing more', async (t) => {
  const { app, agent, ledger, logIn } = await appOver(t)
  const { credential } = await agent()
  await ledger.enrol({ at: FIRST_AT })
  for (const scenario of SCENARIOS) {
    const call = (headers: Record<string, string>) =>
      app.inject({
        method: scenario.method,
        url: scenario.ask ?? scenario.url,
        headers,
        ...(scenario.method === 'GET' ? {} : { payload: scenario.payload ?? {} }),
      })
    const callers = {
      guest: {},
      agent: { authorization: `Bearer ${credential}` },
      viewer: await logIn('viewer'),
      administrator: await logIn('administrator'),
    }
    for (const [who, headers] of Object.entries(callers)) {
      const answer = await call(headers)
      const label = `${keyOf(scenario)} as ${who}: ${answer.statusCode} ${answer.body.slice(0, 120)}`
      if (mayCall(scenario.access, who)) assert.equal(answer.statusCode, scenario.allowed, label)
      else {
        assert.ok(answer.statusCode === 401 || answer.statusCode === 403, label)
        if (scenario.secret) assert.equal(answer.body.includes(scenario.secret), false, label)
      }
    }
  }
})

test('a parameter that an address does not have is refused by name, with those it has', async (t) => {
  const { app, ledger, logIn } = await appOver(t)
  await ledger.enrol()
  const headers = await logIn('administrator')
  for (const { method, url, ask = url, access, payload = {}, allowed } of SCENARIOS) {
    if (!url.startsWith('/api/v1/') || access === 'agent' || url.startsWith('/api/v1/session')) continue
    const strange = `${ask}${ask.includes('?') ? '&' : '?'}asof=2026-03-31`
    const answer = await app.inject({ method, url: strange, headers, ...(method === 'GET' ? {} : { payload }) })
    const label = `${method} ${strange} (${allowed}): ${answer.statusCode} ${answer.body.slice(0, 200)}`
    assert.equal(answer.statusCode, 400, label)
    // Where a body is wanted as well, that may be what is told first.
    assert.match(answer.json<ErrorAnswer>().error.code, method === 'GET' ? /^query-invalid$/ : /^(query|body)-invalid$/, label)
  }
  const detail = async (url: string) => (await app.inject({ url, headers })).json<ErrorAnswer>().error.detail
  assert.equal(await detail('/api/v1/counts?asof=2026-03-31'), 'asof: không có tham số này; có: asOf, unit, rule')
  assert.match((await detail('/api/v1/counts/pcs?state=silent')) ?? '', /^state: .*states, .*blocks/)
  assert.match((await detail('/api/v1/counts/pcs?block=I')) ?? '', /^block: /)
  assert.match((await detail('/api/v1/pcs?unit=90')) ?? '', /^unit: .*where/)
  assert.match((await detail('/api/v1/audit?__proto__=1')) ?? '', /^__proto__: /)
})

test('the description of the API tells bodies, errors and how to be let in', async (t) => {
  const { app, logIn } = await appOver(t)
  const { paths } = (await app.inject({ url: '/api/v1/openapi.json', headers: await logIn('viewer') })).json()
  for (const path of ['/api/v1/reports', '/api/v1/enrol', '/api/v1/credential', '/api/v1/session']) {
    const { requestBody, responses, security } = paths[path].post
    assert.ok(requestBody.content['application/json'].schema.properties, path)
    assert.ok(responses['200'] && responses['4XX'], path)
    assert.ok(security, path)
  }
  assert.deepEqual(paths['/api/v1/reports'].post.security, [{ agentCredential: [] }])
  assert.deepEqual(paths['/api/v1/pcs'].get.security, [{ session: [] }, { apiToken: [] }])
})

function mayCall(access: Access, who: string): boolean {
  if (access === 'public') return true
  if (access === 'agent') return who === 'agent'
  if (who === 'guest' || who === 'agent') return false
  return access === 'person' || PERMISSIONS[who as Role].includes(access)
}
