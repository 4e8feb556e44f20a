/** What someone gets who asked wrongly: a page for a person, an error for a program, and the place that is wrong in the asker's language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOver } from '../app-over.ts'

test('a wrong address is a page for a person and an error for a program, both not found', async (t) => {
  const { app } = await appOver(t)
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  for (const url of ['/nowhere', '/pcs/1/nothing']) {
    const page = await app.inject({ url, headers: browser })
    assert.equal(page.statusCode, 404, url)
    assert.match(String(page.headers['content-type']), /^text\/html/, url)
    assert.match(page.body, /<div id="page">/)
    assert.match(String(page.headers['content-security-policy']), /script-src 'self'/)
    const program = await app.inject({ url, headers: { accept: 'application/json' } })
    assert.deepEqual([program.statusCode, program.json().error.code], [404, 'not-found'], url)
  }
  const api = await app.inject({ url: '/api/v1/nowhere', headers: browser })
  assert.deepEqual([api.statusCode, api.json().error.code], [404, 'not-found'])
  assert.equal((await app.inject({ method: 'POST', url: '/nowhere', headers: browser })).json().error.code, 'not-found')
})

test('the place that is wrong is told in the language of the one who asks', async (t) => {
  const { app, logIn } = await appOver(t)
  const headers = await logIn('viewer')
  const told = async (url: string, language: string) =>
    (await app.inject({ url, headers: { ...headers, 'accept-language': language } })).json().error.detail
  const wrong: [url: string, vi: string, en: string][] = [
    ['/api/v1/pcs/mot', 'id: phải là số nguyên', 'id: must be a whole number'],
    ['/api/v1/pcs?limit=999', 'limit: phải từ 200 trở xuống', 'limit: must be at most 200'],
    ['/api/v1/pcs/export?format=pdf', 'format: phải là một trong: csv, xlsx', 'format: must be one of: csv, xlsx'],
    ['/api/v1/pcs/export', 'thiếu format', 'lacks format'],
    [`/api/v1/pcs?q=${'x'.repeat(201)}`, 'q: có tối đa 200 ký tự', 'q: may have at most 200 characters'],
    ['/api/v1/pcs?sort=size', 'sort: không có cột "size"', 'sort: no column "size"'],
    ['/api/v1/pcs?where=lastSeenAt.within.0', 'where: lastSeenAt nhận từ 1 đến', 'where: lastSeenAt takes 1 to'],
    ['/api/v1/pcs?after=x', 'after: không phải vị trí trong danh sách này', 'after: not a cursor of this list'],
  ]
  for (const [url, vi, en] of wrong) {
    assert.ok(String(await told(url, 'vi')).startsWith(vi), `${url}: ${await told(url, 'vi')}`)
    assert.ok(String(await told(url, 'en')).startsWith(en), `${url}: ${await told(url, 'en')}`)
  }
})
