/** What an operator does by command: people and tokens come and go, and who was let in is out at once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startCollector } from '../../collector-process.ts'
import { clientOf, loggedIn } from '../../http-client.ts'

const statusOf = async (url: string, token: string) => (await clientOf(url, { authorization: `Bearer ${token}` }).get('/api/v1/pcs')).status

test('a person is let in, gets a new password, and is let in no more', async (t) => {
  const collector = await startCollector(t)
  const password = await collector.command('person', 'create', '--user', 'chi-lan', '--role', 'viewer')
  const first = await loggedIn(collector.url, 'chi-lan', password)
  assert.equal((await first.get('/api/v1/pcs')).status, 200)

  const another = await collector.command('person', 'password', '--user', 'chi-lan')
  assert.notEqual(another, password)
  assert.equal((await first.get('/api/v1/pcs')).status, 401, 'the session ended with the old password')
  await assert.rejects(loggedIn(collector.url, 'chi-lan', password))
  const second = await loggedIn(collector.url, 'chi-lan', another)

  await collector.command('person', 'disable', '--user', 'chi-lan')
  assert.equal((await second.get('/api/v1/pcs')).status, 401)
  await assert.rejects(loggedIn(collector.url, 'chi-lan', another))
  assert.match(await collector.command('person', 'list'), /chi-lan {2}viewer {2}.*disabled/)
})

test('nobody is let in under a name that could be a script’s or a command’s', async (t) => {
  const collector = await startCollector(t)
  for (const user of ['API: admin (#1)', 'root (command line)', 'chị-lan', '-x'])
    await assert.rejects(collector.command('person', 'create', `--user=${user}`, '--role', 'viewer'), /--user/)
})

test('a revoked API token opens nothing, and scripts leave no sessions behind', async (t) => {
  const collector = await startCollector(t)
  const token = await collector.command('token', 'create', '--role', 'viewer', '--label', 'bao-cao')
  assert.equal(await statusOf(collector.url, token), 200)
  const session = await clientOf(collector.url, { authorization: `Bearer ${token}` }).get('/api/v1/session')
  assert.equal(session.status, 200)
  assert.equal(session.headers.get('set-cookie'), null)
  const [id] = (await collector.command('token', 'list')).split(' ')
  await collector.command('token', 'revoke', '--id', id ?? '')
  assert.equal(await statusOf(collector.url, token), 401)
})

test('a revoked enrolment token lets nobody in', async (t) => {
  const collector = await startCollector(t)
  const token = await collector.command('enrol-token', 'create', '--uses', '5')
  await collector.command('enrol-token', 'revoke', '--id', '1')
  const evidence = { smbiosUuid: { unknown: 'failed' }, systemSerial: { unknown: 'failed' }, boardSerial: { unknown: 'failed' } }
  const body = {
    protocol: 1,
    token,
    hostName: 'PC-1',
    agentVersion: '0.1.0',
    publicKey: 'A'.repeat(43),
    evidence: { ...evidence, chassisSerial: { unknown: 'failed' }, machineId: { unknown: 'failed' }, macs: [], diskSerials: [] },
  }
  const answer = await clientOf(collector.url).send('POST', '/api/v1/enrol', body)
  assert.equal(answer.json<{ error: { code: string } }>().error.code, 'enrolment-token-invalid')
})
