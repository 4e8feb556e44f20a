/** The census of routes: each declares who may call it, stands in this table, and answers guest, viewer and administrator as it says. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import { type Access, PERMISSIONS } from '#collector/access/access.ts'
import { declareAccess } from '#collector/access/declare.ts'
import type { Role } from '#shared/api/session.ts'
import { appOver } from './app-over.ts'
import { PASSWORD } from './log-in-once.ts'

type Scenario = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly access: Access
  /** The address asked, when the route's has parameters. */
  readonly ask?: string
  readonly payload?: object
  /** What someone who may call it gets. */
  readonly allowed: number
  /** Texts that a refused caller must not see. */
  readonly secret?: string
}

const SCENARIOS: readonly Scenario[] = [
  { method: 'POST', url: '/api/v1/reports', access: 'agent', allowed: 400 },
  { method: 'POST', url: '/api/v1/enrol', access: 'public', allowed: 400 },
  { method: 'POST', url: '/api/v1/credential', access: 'agent', allowed: 400 },
  { method: 'POST', url: '/api/v1/agent-updates/ask', access: 'agent', allowed: 400 },
  {
    method: 'GET',
    url: '/api/v1/agent-updates/packages/:sha256',
    ask: `/api/v1/agent-updates/packages/${'0'.repeat(64)}`,
    access: 'agent',
    allowed: 404,
  },
  { method: 'GET', url: '/api/v1/agent-updates', access: 'manage-updates', allowed: 200, secret: 'rollouts' },
  {
    method: 'GET',
    url: '/api/v1/agent-updates/pcs',
    ask: '/api/v1/agent-updates/pcs?version=0.2.0',
    access: 'manage-updates',
    allowed: 200,
    secret: 'pcs',
  },
  {
    method: 'POST',
    url: '/api/v1/agent-updates/rollouts',
    access: 'manage-updates',
    payload: { version: '0.2.0', stage: 10 },
    allowed: 404,
  },
  {
    method: 'POST',
    url: '/api/v1/agent-updates/rollouts/:id/stop',
    ask: '/api/v1/agent-updates/rollouts/1/stop',
    access: 'manage-updates',
    payload: { state: 'halted' },
    allowed: 404,
  },
  { method: 'POST', url: '/api/v1/session', access: 'public', payload: { userName: 'nobody', password: PASSWORD }, allowed: 401 },
  { method: 'GET', url: '/api/v1/session', access: 'person', allowed: 200, secret: 'csrfToken' },
  { method: 'DELETE', url: '/api/v1/session', access: 'person', allowed: 204 },
  {
    method: 'POST',
    url: '/api/v1/first-administrator',
    access: 'public',
    payload: { code: 'som_first_wrong', userName: 'x', password: PASSWORD },
    allowed: 403,
  },
  { method: 'GET', url: '/api/v1/pcs/columns', access: 'see-pcs', allowed: 200, secret: 'heading' },
  { method: 'GET', url: '/api/v1/pcs/states', access: 'see-pcs', allowed: 200, secret: 'states' },
  { method: 'GET', url: '/api/v1/pcs', access: 'see-pcs', allowed: 200, secret: 'rows' },
  { method: 'GET', url: '/api/v1/pcs/export', ask: '/api/v1/pcs/export?format=csv', access: 'export-pcs', allowed: 200, secret: 'PC-' },
  { method: 'GET', url: '/api/v1/pcs/:id', ask: '/api/v1/pcs/1', access: 'see-pcs', allowed: 200, secret: 'facts' },
  { method: 'GET', url: '/api/v1/pcs/:id/verdict', ask: '/api/v1/pcs/1/verdict', access: 'see-plans', allowed: 200, secret: 'holdsUp' },
  { method: 'GET', url: '/api/v1/pcs/:id/presence', ask: '/api/v1/pcs/1/presence', access: 'see-pcs', allowed: 200, secret: 'months' },
  { method: 'GET', url: '/api/v1/pcs/:id/history', ask: '/api/v1/pcs/1/history', access: 'see-pcs', allowed: 200, secret: 'changes' },
  { method: 'POST', url: '/api/v1/bundles', access: 'import-bundles', allowed: 415 },
  { method: 'GET', url: '/api/v1/bundles', access: 'import-bundles', allowed: 200, secret: 'imports' },
  { method: 'POST', url: '/api/v1/units/tree/reading', access: 'manage-units', allowed: 415 },
  { method: 'GET', url: '/api/v1/count-rules', access: 'see-counts', allowed: 200, secret: 'versions' },
  {
    method: 'POST',
    url: '/api/v1/count-rules',
    access: 'manage-count-rules',
    payload: { windowDays: 30, silentDays: 30, blocks: ['I'], fromDay: '2026-13-01' },
    allowed: 400,
  },
  { method: 'GET', url: '/api/v1/identity/questions', access: 'move-pcs', allowed: 200, secret: 'questions' },
  { method: 'GET', url: '/api/v1/identity/clones', access: 'move-pcs', allowed: 200, secret: 'clones' },
  { method: 'GET', url: '/api/v1/identity/merges', access: 'move-pcs', allowed: 200, secret: 'merges' },
  { method: 'POST', url: '/api/v1/identity/splits', access: 'move-pcs', payload: { pcId: 98, since: 1 }, allowed: 404 },
  { method: 'POST', url: '/api/v1/identity/answers', access: 'move-pcs', payload: { pcIds: [98, 99], same: true }, allowed: 404 },
  {
    method: 'POST',
    url: '/api/v1/identity/merges/:id/undoing',
    ask: '/api/v1/identity/merges/99/undoing',
    access: 'move-pcs',
    allowed: 404,
  },
  { method: 'GET', url: '/api/v1/register', access: 'see-pcs', allowed: 200, secret: 'rows' },
  { method: 'GET', url: '/api/v1/register/summary', access: 'see-pcs', allowed: 200, secret: 'views' },
  { method: 'GET', url: '/api/v1/register/reconciliation', access: 'see-pcs', allowed: 200, secret: 'rows' },
  {
    method: 'GET',
    url: '/api/v1/register/export',
    ask: '/api/v1/register/export?format=csv',
    access: 'export-pcs',
    allowed: 200,
    secret: 'Mã tài sản',
  },
  {
    method: 'GET',
    url: '/api/v1/register/minutes/export',
    ask: '/api/v1/register/minutes/export?format=csv',
    access: 'export-pcs',
    allowed: 200,
    secret: 'Chênh lệch',
  },
  {
    method: 'POST',
    url: '/api/v1/register/uploads',
    ask: '/api/v1/register/uploads?fileName=a.csv',
    access: 'manage-register',
    allowed: 415,
  },
  {
    method: 'POST',
    url: '/api/v1/register/uploads/:id/preview',
    ask: '/api/v1/register/uploads/00000000-0000-7000-8000-000000000000/preview',
    access: 'manage-register',
    payload: {},
    allowed: 404,
  },
  {
    method: 'POST',
    url: '/api/v1/register/uploads/:id/problems',
    ask: '/api/v1/register/uploads/00000000-0000-7000-8000-000000000000/problems?format=csv',
    access: 'manage-register',
    payload: {},
    allowed: 404,
  },
  {
    method: 'POST',
    url: '/api/v1/register/uploads/:id/import',
    ask: '/api/v1/register/uploads/00000000-0000-7000-8000-000000000000/import',
    access: 'manage-register',
    payload: {},
    allowed: 404,
  },
  {
    method: 'POST',
    url: '/api/v1/register/decisions',
    access: 'manage-register',
    payload: { itemId: 99, pcId: 99, same: true },
    allowed: 404,
  },
  { method: 'GET', url: '/api/v1/staff-numbers', access: 'see-counts', allowed: 200, secret: 'units' },
  {
    method: 'PUT',
    url: '/api/v1/staff-numbers',
    access: 'manage-register',
    payload: { day: '2026-01-01', units: [{ unitId: 1, staff: 1, equipped: 1 }] },
    allowed: 204,
  },
  { method: 'GET', url: '/api/v1/counts/trend', access: 'see-counts', allowed: 200, secret: 'figures' },
  { method: 'GET', url: '/api/v1/frozen-reports', access: 'see-counts', allowed: 200, secret: 'reports' },
  {
    method: 'POST',
    url: '/api/v1/frozen-reports',
    access: 'freeze-counts',
    payload: { asOf: '2026-01-01', title: 'x' },
    allowed: 200,
  },
  { method: 'GET', url: '/api/v1/frozen-reports/:id', ask: '/api/v1/frozen-reports/999', access: 'see-counts', allowed: 404 },
  { method: 'GET', url: '/api/v1/frozen-reports/:id/pcs', ask: '/api/v1/frozen-reports/999/pcs', access: 'see-counts', allowed: 404 },
  {
    method: 'GET',
    url: '/api/v1/frozen-reports/:id/verification',
    ask: '/api/v1/frozen-reports/999/verification',
    access: 'see-counts',
    allowed: 404,
  },
  {
    method: 'GET',
    url: '/api/v1/frozen-reports/:id/export',
    ask: '/api/v1/frozen-reports/999/export?format=csv',
    access: 'see-counts',
    allowed: 404,
  },
  {
    method: 'GET',
    url: '/api/v1/frozen-reports/:id/pcs/export',
    ask: '/api/v1/frozen-reports/999/pcs/export?format=csv',
    access: 'export-pcs',
    allowed: 404,
  },
  { method: 'GET', url: '/api/v1/report-drafts', access: 'freeze-counts', allowed: 200, secret: 'drafts' },
  {
    method: 'POST',
    url: '/api/v1/report-drafts',
    access: 'freeze-counts',
    payload: { asOf: '2026-01-01', title: 'x' },
    allowed: 200,
  },
  { method: 'GET', url: '/api/v1/report-drafts/:id', ask: '/api/v1/report-drafts/999', access: 'freeze-counts', allowed: 404 },
  {
    method: 'PUT',
    url: '/api/v1/report-drafts/:id',
    ask: '/api/v1/report-drafts/999',
    access: 'freeze-counts',
    payload: { asOf: '2026-01-01', title: 'x', changedAt: 0 },
    allowed: 404,
  },
  { method: 'DELETE', url: '/api/v1/report-drafts/:id', ask: '/api/v1/report-drafts/999', access: 'freeze-counts', allowed: 404 },
  {
    method: 'GET',
    url: '/api/v1/report-drafts/:id/export',
    ask: '/api/v1/report-drafts/999/export?format=csv',
    access: 'freeze-counts',
    allowed: 404,
  },
  { method: 'GET', url: '/api/v1/counts', access: 'see-counts', allowed: 200, secret: 'figures' },
  {
    method: 'GET',
    url: '/api/v1/counts/export',
    ask: '/api/v1/counts/export?format=csv',
    access: 'see-counts',
    allowed: 200,
    secret: 'STT',
  },
  {
    method: 'GET',
    url: '/api/v1/counts/pcs/export',
    ask: '/api/v1/counts/pcs/export?format=csv',
    access: 'export-pcs',
    allowed: 200,
    secret: 'PC-',
  },
  { method: 'GET', url: '/api/v1/counts/pcs', access: 'see-counts', allowed: 200, secret: 'PC-' },
  {
    method: 'POST',
    url: '/api/v1/reorganisations',
    access: 'manage-units',
    payload: { day: '2026-01-01', made: [], ended: [] },
    allowed: 200,
    secret: 'problems',
  },
  { method: 'POST', url: '/api/v1/pcs/moves', access: 'move-pcs', payload: { pcIds: [1] }, allowed: 200, secret: 'moved' },
  { method: 'GET', url: '/api/v1/account', access: 'person', allowed: 200, secret: 'sessions' },
  { method: 'POST', url: '/api/v1/account/password', access: 'person', payload: { old: 'x', new: PASSWORD }, allowed: 403 },
  {
    method: 'DELETE',
    url: '/api/v1/account/sessions/:id',
    ask: `/api/v1/account/sessions/${'0'.repeat(64)}`,
    access: 'person',
    allowed: 204,
  },
  { method: 'POST', url: '/api/v1/account/second-factor', access: 'person', payload: { password: 'x' }, allowed: 403 },
  { method: 'DELETE', url: '/api/v1/account/second-factor', access: 'person', payload: { password: 'x' }, allowed: 403 },
  {
    method: 'POST',
    url: '/api/v1/account/second-factor/confirmation',
    access: 'person',
    payload: { code: '000000' },
    allowed: 401,
  },
  { method: 'GET', url: '/api/v1/people', access: 'manage-people', allowed: 200, secret: 'person-' },
  {
    method: 'POST',
    url: '/api/v1/people',
    access: 'manage-people',
    payload: { userName: 'chi-lan', fullName: '', role: 'viewer', unitIds: [] },
    allowed: 200,
    secret: 'password',
  },
  {
    method: 'PATCH',
    url: '/api/v1/people/:id',
    ask: '/api/v1/people/999',
    access: 'manage-people',
    payload: { role: 'viewer' },
    allowed: 404,
  },
  { method: 'POST', url: '/api/v1/people/:id/password', ask: '/api/v1/people/999/password', access: 'manage-people', allowed: 404 },
  {
    method: 'DELETE',
    url: '/api/v1/people/:id/second-factor',
    ask: '/api/v1/people/999/second-factor',
    access: 'manage-people',
    allowed: 404,
  },
  { method: 'DELETE', url: '/api/v1/people/:id/sessions', ask: '/api/v1/people/999/sessions', access: 'manage-people', allowed: 204 },
  { method: 'GET', url: '/api/v1/enrol-tokens', access: 'manage-tokens', allowed: 200, secret: 'collectorUrl' },
  {
    method: 'POST',
    url: '/api/v1/enrol-tokens',
    access: 'manage-tokens',
    payload: { unitId: 1, label: 'x', days: 1, useLimit: 1 },
    allowed: 200,
    secret: 'som_enrol',
  },
  { method: 'DELETE', url: '/api/v1/enrol-tokens/:id', ask: '/api/v1/enrol-tokens/999', access: 'manage-tokens', allowed: 404 },
  { method: 'GET', url: '/api/v1/api-tokens', access: 'manage-api-tokens', allowed: 200, secret: 'tokens' },
  {
    method: 'POST',
    url: '/api/v1/api-tokens',
    access: 'manage-api-tokens',
    payload: { label: 'x', role: 'viewer', unitIds: [] },
    allowed: 200,
    secret: 'som_api',
  },
  { method: 'DELETE', url: '/api/v1/api-tokens/:id', ask: '/api/v1/api-tokens/999', access: 'manage-api-tokens', allowed: 404 },
  { method: 'GET', url: '/api/v1/audit', access: 'see-audit', allowed: 200, secret: 'deeds' },
  {
    method: 'POST',
    url: '/api/v1/pcs/exemptions',
    access: 'move-pcs',
    payload: { pcIds: [1], exempt: true },
    allowed: 200,
    secret: 'changed',
  },
  { method: 'GET', url: '/api/v1/alerts', access: 'see-pcs', allowed: 200, secret: 'clones' },
  { method: 'GET', url: '/api/v1/policies', access: 'see-plans', allowed: 200, secret: 'memoryBytes' },
  { method: 'GET', url: '/api/v1/price-books', access: 'see-plans', allowed: 200, secret: 'desktop' },
  { method: 'GET', url: '/api/v1/plan', access: 'see-plans', allowed: 200, secret: 'costDong' },
  { method: 'GET', url: '/api/v1/plan/pcs', access: 'see-plans', allowed: 200, secret: 'rows' },
  {
    method: 'GET',
    url: '/api/v1/plan/export',
    ask: '/api/v1/plan/export?format=csv',
    access: 'export-pcs',
    allowed: 200,
    secret: 'Thành tiền',
  },
  {
    method: 'GET',
    url: '/api/v1/plan/pcs/export',
    ask: '/api/v1/plan/pcs/export?format=csv',
    access: 'export-pcs',
    allowed: 200,
    secret: 'Kết luận',
  },
  { method: 'GET', url: '/api/v1/scenarios', access: 'see-plans', allowed: 200, secret: 'scenarios' },
  { method: 'POST', url: '/api/v1/scenarios', payload: {}, access: 'make-plans', allowed: 400 },
  { method: 'DELETE', url: '/api/v1/scenarios/:id', ask: '/api/v1/scenarios/1', access: 'make-plans', allowed: 404 },
  { method: 'GET', url: '/api/v1/committed-plans', access: 'see-plans', allowed: 200, secret: 'plans' },
  { method: 'POST', url: '/api/v1/committed-plans', payload: {}, access: 'make-plans', allowed: 400 },
  { method: 'GET', url: '/api/v1/committed-plans/:id', ask: '/api/v1/committed-plans/1', access: 'see-plans', allowed: 404 },
  { method: 'GET', url: '/api/v1/committed-plans/:id/lines', ask: '/api/v1/committed-plans/1/lines', access: 'see-plans', allowed: 404 },
  {
    method: 'GET',
    url: '/api/v1/committed-plans/:id/lines/export',
    ask: '/api/v1/committed-plans/1/lines/export?format=csv',
    access: 'export-pcs',
    allowed: 404,
  },
  { method: 'POST', url: '/api/v1/policies', payload: {}, access: 'manage-policies', allowed: 400 },
  { method: 'GET', url: '/api/v1/patches', access: 'see-pcs', allowed: 200, secret: 'support' },
  { method: 'GET', url: '/api/v1/patches/pcs', access: 'see-pcs', allowed: 200, secret: 'rows' },
  {
    method: 'GET',
    url: '/api/v1/patches/pcs/export',
    ask: '/api/v1/patches/pcs/export?format=csv',
    access: 'export-pcs',
    allowed: 200,
    secret: 'Tuổi bản vá',
  },
  { method: 'GET', url: '/api/v1/reference', access: 'see-plans', allowed: 200, secret: 'asOf' },
  { method: 'PUT', url: '/api/v1/reference', payload: { builds: 1 }, access: 'manage-policies', allowed: 400 },
  { method: 'POST', url: '/api/v1/price-books', payload: {}, access: 'manage-policies', allowed: 400 },
  { method: 'PUT', url: '/api/v1/policies/default', payload: { name: 'x' }, access: 'manage-policies', allowed: 404 },
  { method: 'PUT', url: '/api/v1/price-books/default', payload: { name: 'x' }, access: 'manage-policies', allowed: 404 },
  { method: 'GET', url: '/api/v1/units/tree', access: 'see-pcs', allowed: 200, secret: 'validFrom' },
  {
    method: 'GET',
    url: '/api/v1/units/tree/export',
    ask: '/api/v1/units/tree/export?format=csv',
    access: 'see-pcs',
    allowed: 200,
    secret: 'Sở Nội vụ',
  },
  { method: 'GET', url: '/api/v1/units', access: 'see-pcs', allowed: 200, secret: 'orderNo' },
  { method: 'GET', url: '/api/v1/facts', access: 'person', allowed: 200, secret: 'sentence' },
  { method: 'GET', url: '/api/v1/openapi.json', access: 'see-documentation', allowed: 200, secret: 'paths' },
  { method: 'GET', url: '/metrics', access: 'see-metrics', allowed: 200, secret: 'process_cpu' },
  { method: 'GET', url: '/healthz', access: 'public', allowed: 200 },
]

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

test('guests, agents, viewers and administrators get what the table says and nothing more', async (t) => {
  const { app, agent, ledger, logIn } = await appOver(t)
  const { credential } = await agent()
  await ledger.enrol()
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
