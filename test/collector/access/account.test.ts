/** What people do about their own way in: password, sessions, second factor. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { totpAt } from '#collector/access/totp.ts'
import { createApiToken } from '#collector/store/api-tokens.ts'
import type { Account } from '#shared/api/account.ts'
import { appOver } from '../app-over.ts'
import { PASSWORD } from '../log-in-once.ts'

const NEW_PASSWORD = 'mot mat khau moi hon'
const STEP_MS = 30_000

/** The app with somebody logged in, a clock to turn, and asking as them. */
async function accountOver(t: TestContext) {
  const clock = { ms: 1_800_000_000_000 }
  const { app, database, logIn } = await appOver(t, '', {}, undefined, () => clock.ms)
  const headers = await logIn('viewer')
  const { userName } = (await app.inject({ url: '/api/v1/session', headers })).json().person
  const call = (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, as = headers) =>
    app.inject({ method, url: `/api/v1/${path}`, headers: as, ...(payload && { payload }) })
  const enter = (more: object = {}) => call('POST', 'session', { userName, password: PASSWORD, ...more }, {})
  const codeNow = (secret: string) => totpAt(secret, Math.floor(clock.ms / STEP_MS))
  return { app, database, clock, headers, userName, call, enter, codeNow }
}

/** Sets a second factor, and lets the next code come. */
async function withSecondFactor(t: TestContext) {
  const account = await accountOver(t)
  const { call, clock, codeNow } = account
  const { secret } = (await call('POST', 'account/second-factor', { password: PASSWORD })).json()
  const confirmed = await call('POST', 'account/second-factor/confirmation', { code: codeNow(secret) })
  clock.ms += STEP_MS
  return { ...account, secret: secret as string, recoveryCodes: confirmed.json().recoveryCodes as string[] }
}

test('a new password opens, the old one no more, and other sessions end while this one goes on', async (t) => {
  const { call, enter, headers, userName } = await accountOver(t)
  const other = await enter()
  const otherHeaders = { cookie: `${other.cookies[0]?.name}=${other.cookies[0]?.value}` }
  assert.equal((await call('POST', 'account/password', { old: 'sai roi sai roi', new: NEW_PASSWORD })).json().error.code, 'password-wrong')
  assert.equal((await call('POST', 'account/password', { old: PASSWORD, new: 'ngan' })).json().error.code, 'password-too-short')
  const refused = async (fresh: string) => (await call('POST', 'account/password', { old: PASSWORD, new: fresh })).json().error.code
  assert.equal(await refused(PASSWORD), 'password-same')
  assert.equal(await refused('aaaaaaaaaaaa'), 'password-guessable')
  assert.equal(await refused(`${userName}${userName.toUpperCase()}1`), 'password-guessable')
  assert.equal((await call('POST', 'account/password', { old: PASSWORD, new: NEW_PASSWORD })).statusCode, 204)
  assert.equal((await call('GET', 'session', undefined, otherHeaders)).statusCode, 401)
  assert.equal((await call('GET', 'session', undefined, headers)).statusCode, 200)
  assert.equal((await enter()).json().error.code, 'login-failed')
  assert.equal((await enter({ password: NEW_PASSWORD })).statusCode, 200)
})

test('sessions are listed with when, whence and what, and one that is ended opens nothing', async (t) => {
  const { call, app, userName } = await accountOver(t)
  const phone = await app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'user-agent': 'Phone/1.0' },
    remoteAddress: '10.1.2.3',
    payload: { userName, password: PASSWORD },
  })
  const { sessions } = (await call('GET', 'account')).json() as Account
  assert.deepEqual(sessions.map(({ current }) => current).sort(), [false, true])
  const there = sessions.find(({ current }) => !current)
  assert.deepEqual([there?.address, there?.browser, there?.begunAt], ['10.1.2.3', 'Phone/1.0', 1_800_000_000_000])
  assert.equal((await call('DELETE', `account/sessions/${there?.id}`)).statusCode, 204)
  const cookie = `${phone.cookies[0]?.name}=${phone.cookies[0]?.value}`
  assert.equal((await call('GET', 'account', undefined, { cookie })).statusCode, 401)
  assert.equal(((await call('GET', 'account')).json() as Account).sessions.length, 1)
})

test('nobody ends the session of another', async (t) => {
  const { call, app } = await accountOver(t)
  const { sessions } = (await call('GET', 'account')).json() as Account
  const { logIn } = await appOver(t)
  assert.ok(logIn)
  const stranger = await app.inject({ method: 'DELETE', url: `/api/v1/account/sessions/${sessions[0]?.id}` })
  assert.equal(stranger.statusCode, 401)
  assert.equal((await call('GET', 'account')).statusCode, 200)
})

test('with a second factor the password alone opens nothing, and each code opens once', async (t) => {
  const { enter, codeNow, secret, clock, call } = await withSecondFactor(t)
  assert.equal((await enter()).json().error.code, 'second-factor-needed')
  assert.equal((await enter({ password: 'sai roi sai roi', code: codeNow(secret) })).json().error.code, 'login-failed')
  assert.equal((await enter({ code: '000000' })).json().error.code, 'second-factor-wrong')
  const code = codeNow(secret)
  assert.equal((await enter({ code })).statusCode, 200)
  assert.equal((await enter({ code })).json().error.code, 'second-factor-wrong')
  clock.ms += STEP_MS
  const both = await Promise.all([enter({ code: codeNow(secret) }), enter({ code: codeNow(secret) })])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 401])
  assert.equal(((await call('GET', 'account')).json() as Account).secondFactor, true)
})

test('whoever lost the phone comes in with a recovery code, once', async (t) => {
  const { enter, recoveryCodes, call } = await withSecondFactor(t)
  assert.equal(recoveryCodes.length, 10)
  const [code] = recoveryCodes
  assert.equal((await enter({ code: ` ${code?.toUpperCase()}` })).statusCode, 200)
  assert.equal((await enter({ code })).json().error.code, 'second-factor-wrong')
  assert.equal(((await call('GET', 'account')).json() as Account).recoveryCodesLeft, 9)
})

test('a secret counts only once a code of it was given, and ends only with the password', async (t) => {
  const { call, enter } = await accountOver(t)
  assert.equal((await call('POST', 'account/second-factor', { password: 'sai roi sai roi' })).json().error.code, 'password-wrong')
  assert.equal((await call('POST', 'account/second-factor', { password: PASSWORD })).statusCode, 200)
  assert.equal((await call('POST', 'account/second-factor/confirmation', { code: '000000' })).json().error.code, 'second-factor-wrong')
  assert.equal((await enter()).statusCode, 200)
})

test('a second factor ends only with the password', async (t) => {
  const { call, enter } = await withSecondFactor(t)
  assert.equal((await call('DELETE', 'account/second-factor', { password: 'sai roi sai roi' })).json().error.code, 'password-wrong')
  assert.equal((await enter()).json().error.code, 'second-factor-needed')
  assert.equal((await call('DELETE', 'account/second-factor', { password: PASSWORD })).statusCode, 204)
  assert.equal((await enter()).statusCode, 200)
})

test('a script has no account', async (t) => {
  const { database, call } = await accountOver(t)
  const { token } = await createApiToken(database, { label: 'x', role: 'administrator', at: 0, expiresAt: null, scope: 'all', who: 'test' })
  assert.equal((await call('GET', 'account', undefined, { authorization: `Bearer ${token}` })).statusCode, 403)
})
