/** The collector's process: one alone serves a data folder, a reload without HTTPS ends nothing, and administrators are told of backups. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Alerts } from '#shared/api/alerts.ts'
import { temporaryFolder } from '../agent/temporary-folder.ts'
import { runCommand } from '../collector-command.ts'
import { ADMIN_PASSWORD, type RunningCollector, startCollector } from '../collector-process.ts'
import { until } from '../until.ts'

const isUp = async ({ url }: RunningCollector) => (await fetch(`${url}/healthz`)).ok

test('a second collector over the folder is refused in both languages; commands work beside the first; killed, it leaves no lock behind', async (t) => {
  const dataFolder = temporaryFolder(t)
  const first = await startCollector(t, { dataFolder })
  const second = await runCommand(['serve', '--data', dataFolder, '--port', '0'])
  assert.equal(second.code, 1)
  assert.match(second.said, /Một bộ thu khác đang chạy trên thư mục dữ liệu này.*Another collector serves this data folder/s)
  for (const args of [['counts'], ['backup', '--out', join(dataFolder, 'copy.db.zst')]]) {
    const beside = await runCommand([...args, '--data', dataFolder])
    assert.equal(beside.code, 0, beside.said)
  }
  assert.ok(await isUp(first))
  await first.kill()
  assert.ok(await isUp(await startCollector(t, { dataFolder })))
})

test('told to reload without HTTPS it says so in its log and goes on', async (t) => {
  const dataFolder = temporaryFolder(t)
  const collector = await startCollector(t, { dataFolder })
  process.kill(collector.pid, 'SIGHUP')
  await until('it is said in the log', () => /told to reload/.test(readFileSync(join(dataFolder, 'collector.log'), 'utf8')))
  assert.ok(await isUp(collector))
})

test('administrators are told that no backup is set up, that the last one failed and why; then that all is well, by figures too', async (t) => {
  const folder = temporaryFolder(t)
  const dataFolder = join(folder, 'data')
  const none = await startCollector(t, { dataFolder })
  assert.deepEqual((await alertsOf(none)).backup, { state: 'not-set-up' })
  await none.stop()

  const backups = join(folder, 'backups')
  // Where the folder should be lies a file.
  writeFileSync(backups, '')
  const failing = await startCollector(t, { dataFolder, environment: { SOMAY_BACKUP_FOLDER: backups } })
  await until('the failure is told', async () => (await alertsOf(failing)).backup?.state === 'failed')
  const told = (await alertsOf(failing)).backup
  assert.ok(told?.why?.includes(backups) && told.newestAt === undefined && told.failedAt !== undefined, JSON.stringify(told))
  assert.match(await metricsOf(failing), /^somay_backup_good 0$/m)
  assert.match(await metricsOf(failing), /^somay_backup_newest_timestamp_seconds nan$/im)
  await failing.stop()

  const good = await startCollector(t, { dataFolder, environment: { SOMAY_BACKUP_FOLDER: join(folder, 'elsewhere') } })
  await until('it is made', async () => (await alertsOf(good)).backup?.newestAt !== undefined)
  assert.equal((await alertsOf(good)).backup?.state, 'good')
  assert.match(await metricsOf(good), /^somay_backup_good 1$/m)
})

const cookies = new Map<string, string>()

/** Logged in once for each: log-ins are limited. */
async function ask(collector: RunningCollector, path: string): Promise<Response> {
  let cookie = cookies.get(collector.url)
  if (cookie === undefined) {
    const answer = await fetch(`${collector.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName: 'admin', password: ADMIN_PASSWORD }),
    })
    cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    cookies.set(collector.url, cookie)
  }
  return fetch(`${collector.url}${path}`, { headers: { cookie } })
}

const alertsOf = async (collector: RunningCollector) => (await (await ask(collector, '/api/v1/alerts')).json()) as Alerts
const metricsOf = async (collector: RunningCollector) => (await ask(collector, '/metrics')).text()
