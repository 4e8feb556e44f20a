/** Who gets in: log-in, the one-time link, forged requests, guessing, API tokens, scopes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PERMISSIONS } from '#collector/access/access.ts'
import { firstLinkCode } from '#collector/access/first-administrator.ts'
import { createApiToken } from '#collector/store/api-tokens.ts'
import type { PcList } from '#shared/api/pcs.ts'
import { known, makeReport } from '../../make-report.ts'
import { appOver } from '../app-over.ts'
import { PASSWORD } from '../log-in-once.ts'

test('the one-time link makes the first administrator once', async (t) => {
  const { app, database } = await appOver(t)
  const code = (await firstLinkCode(database)) as string
  const ask = (payload: object) => app.inject({ method: 'POST', url: '/api/v1/first-administrator', payload })
  const short = await ask({ code, userName: 'chi-lan', password: 'ngan' })
  assert.equal(short.json().error.code, 'password-too-short')
  const made = await ask({ code, userName: 'chi-lan', password: PASSWORD })
  assert.deepEqual(made.json().person, {
    userName: 'chi-lan',
    role: 'administrator',
    permissions: PERMISSIONS.administrator,
    mustChangePassword: false,
    sees: 'everything',
  })
  assert.equal((await ask({ code, userName: 'nguoi-khac', password: PASSWORD })).json().error.code, 'first-link-invalid')
  assert.equal(await firstLinkCode(database), undefined)
})

test('a wrong password and an unknown name answer alike', async (t) => {
  const { app, logIn } = await appOver(t)
  await logIn('viewer')
  const ask = (userName: string) =>
    app.inject({ method: 'POST', url: '/api/v1/session', payload: { userName, password: 'sai mat khau roi' } })
  const [wrong, unknown] = [(await ask('person-1')).json().error, (await ask('khong-co')).json().error]
  assert.deepEqual({ ...wrong, id: '' }, { ...unknown, id: '' })
})

test('guessing passwords is stopped with the time to wait', async (t) => {
  const { app } = await appOver(t)
  const ask = () => app.inject({ method: 'POST', url: '/api/v1/session', payload: { userName: 'admin', password: 'doan mat khau' } })
  const answers = []
  for (let guess = 0; guess < 11; guess++) answers.push(await ask())
  assert.equal(answers[9]?.statusCode, 401)
  assert.equal(answers[10]?.json().error.code, 'rate-limited')
  assert.ok(Number(answers[10]?.headers['retry-after']) > 0)
})

test('trying many names from one address is stopped too, and another address is not', async (t) => {
  const { app } = await appOver(t)
  const ask = (index: number, remoteAddress: string) =>
    app.inject({ method: 'POST', url: '/api/v1/session', remoteAddress, payload: { userName: `name-${index}`, password: 'doan mat khau' } })
  const answers = await Promise.all(Array.from({ length: 62 }, (_, index) => ask(index, '10.0.0.1')))
  assert.equal(answers.filter(({ statusCode }) => statusCode === 429).length, 2)
  assert.equal((await ask(99, '10.0.0.2')).statusCode, 401)
})

test('a storm of log-ins is told to come again, and the processor is left to the reports', async (t) => {
  const { app } = await appOver(t)
  const ask = (index: number) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/session',
      remoteAddress: `10.0.1.${index}`,
      payload: { userName: `name-${index}`, password: 'doan mat khau' },
    })
  const answers = await Promise.all(Array.from({ length: 120 }, (_, index) => ask(index)))
  const refused = answers.filter(({ statusCode }) => statusCode === 503)
  assert.ok(refused.length > 20, `${refused.length}`)
  assert.ok(Number(refused[0]?.headers['retry-after']) > 0)
})

test('behind a trusted proxy the cookie is secure and the public address is our own', async (t) => {
  const { app, logIn } = await appOver(t, '', { trustedProxies: ['127.0.0.1'], publicUrl: 'https://so-may.example' })
  const { userName } = (await app.inject({ url: '/api/v1/session', headers: await logIn('viewer') })).json().person
  const throughProxy = { 'x-forwarded-proto': 'https', host: 'inside:8420', origin: 'https://so-may.example' }
  const payload = { userName, password: PASSWORD }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', headers: throughProxy, payload })
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['set-cookie']), /Secure/)
  const plain = await app.inject({ method: 'POST', url: '/api/v1/session', payload })
  assert.doesNotMatch(String(plain.headers['set-cookie']), /Secure/)
})

test('a change without the session token, or from another site, is refused', async (t) => {
  const { app, logIn } = await appOver(t)
  const headers = await logIn('viewer')
  const leave = (changed: Record<string, string>) =>
    app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { ...headers, ...changed } })
  assert.equal((await leave({ 'x-csrf-token': 'forged' })).json().error.code, 'csrf-invalid')
  assert.equal((await leave({ origin: 'https://elsewhere.example', host: 'somay.example' })).json().error.code, 'csrf-invalid')
  assert.equal((await leave({ origin: 'null' })).json().error.code, 'csrf-invalid')
  assert.equal((await leave({})).statusCode, 204)
  assert.equal((await app.inject({ url: '/api/v1/session', headers })).statusCode, 401)
})

test('the session id changes at log-in and its cookie cannot be read by scripts', async (t) => {
  const { app, logIn } = await appOver(t)
  const planted = await logIn('viewer')
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { cookie: planted.cookie as string },
    payload: { userName: 'person-0', password: PASSWORD },
  })
  assert.equal(answer.statusCode, 401)
  const other = await logIn('administrator')
  assert.notEqual(planted.cookie, other.cookie)
  const set = (await app.inject({ method: 'POST', url: '/api/v1/session', payload: { userName: 'x', password: 'y' } })).headers[
    'set-cookie'
  ]
  assert.equal(set, undefined)
})

test('an API token has its role and its scope, in lists, pages and files', async (t) => {
  const { app, database, ledger } = await appOver(t)
  const other = await ledger.unit('Sở Y tế')
  const mine = (await ledger.enrol({ hostName: 'CUA-TOI' })) as number
  const theirs = (await ledger.enrol({ hostName: 'BI-MAT', unitId: other })) as number
  for (const pc of [mine, theirs])
    await ledger.report(pc, makeReport({ facts: { system: known('system', { hostName: pc === mine ? 'CUA-TOI' : 'BI-MAT' }) } }))
  const { token } = await createApiToken(database, {
    who: 'test',
    label: 'script',
    role: 'viewer',
    at: 0,
    expiresAt: null,
    scope: [ledger.unitId],
  })
  const ask = (url: string) => app.inject({ url, headers: { authorization: `Bearer ${token}` } })
  assert.equal((await ask('/api/v1/pcs')).json<PcList>().total, 1)
  for (const url of [
    '/api/v1/pcs',
    '/api/v1/pcs?q=bi-mat',
    `/api/v1/pcs?where=unit.is.${other}`,
    '/api/v1/pcs/export?format=csv',
    '/api/v1/units',
    '/api/v1/pcs?sort=-name',
  ]) {
    const { body, statusCode } = await ask(url)
    assert.equal(statusCode, 200, url)
    assert.equal(body.includes('BI-MAT') || body.includes('Sở Y tế'), false, `${url} leaks`)
  }
  for (const url of [`/api/v1/pcs/${theirs}`, `/api/v1/pcs/${theirs}/history`])
    assert.equal((await ask(url)).json().error.code, 'pc-not-found', url)
  assert.equal((await ask('/metrics')).statusCode, 403)
})

test('a person without a scope sees nothing at all', async (t) => {
  const { app, ledger, logIn } = await appOver(t)
  const pc = (await ledger.enrol()) as number
  const headers = await logIn('viewer', [])
  const list = (await app.inject({ url: '/api/v1/pcs', headers })).json<PcList>()
  assert.deepEqual([list.total, list.totalInScope, list.rows], [0, 0, []])
  assert.deepEqual((await app.inject({ url: '/api/v1/units', headers })).json(), { units: [] })
  assert.equal((await app.inject({ url: `/api/v1/pcs/${pc}`, headers })).statusCode, 404)
})
