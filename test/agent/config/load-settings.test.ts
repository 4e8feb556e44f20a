/** Settings: which layer wins, and how a wrong one is refused. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { loadSettings, type Sources } from '#agent/config/load-settings.ts'
import { defaultSettings, SettingsSchema } from '#agent/config/settings.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function sources(folder: string, more: Partial<Sources> = {}): Sources {
  return { environment: { SOMAY_AGENT_STATE: folder, ...more.environment }, flags: more.flags ?? {}, isRoot: false }
}

async function refusalOf(given: Sources): Promise<{ vi: string; en: string }> {
  const loaded = await loadSettings(given)
  assert.equal(loaded.kind, 'refused')
  return loaded.kind === 'refused' ? loaded.says : { vi: '', en: '' }
}

test('the defaults fit their own schema', () => {
  for (const isRoot of [true, false]) assert.ok(Check(SettingsSchema, defaultSettings({}, isRoot)))
})

test('flags go before the environment, the environment before the file, the file before the defaults', async (t) => {
  const folder = temporaryFolder(t)
  writeFileSync(
    join(folder, 'settings.json'),
    JSON.stringify({
      collectorUrls: ['http://file'],
      logLevel: 'info',
      proxy: 'http://file:1',
      sampleSchedule: '*/5 * * * *',
      outboxMaxMegabytes: 7,
    }),
  )
  const environment = { SOMAY_COLLECTOR: 'http://environment', SOMAY_LOG: 'debug', SOMAY_SEND_TIMEOUT: '12' }
  const loaded = await loadSettings(sources(folder, { environment, flags: { collector: 'http://flag' } }))
  assert.ok(loaded.kind === 'loaded')
  const { settings } = loaded
  assert.deepEqual(
    [
      settings.collectorUrls,
      settings.logLevel,
      settings.proxy,
      settings.sampleSchedule,
      settings.outboxMaxMegabytes,
      settings.sendTimeoutSeconds,
    ],
    [['http://flag'], 'debug', 'http://file:1', '*/5 * * * *', 7, 12],
  )
  assert.equal(settings.inventorySchedule, defaultSettings({}, false).inventorySchedule)
})

for (const [name, environment, expected] of [
  ['an address that is none', { SOMAY_COLLECTOR: 'collector.example' }, /collectorUrl.*SOMAY_COLLECTOR.*http:\/\//],
  ['another protocol', { SOMAY_COLLECTOR: 'ftp://collector.example' }, /collectorUrl/],
  ['a schedule that is none', { SOMAY_SAMPLE_SCHEDULE: 'sometimes' }, /sampleSchedule.*SOMAY_SAMPLE_SCHEDULE.*cron/],
  ['a number that is none', { SOMAY_OUTBOX_MAX_MB: 'lots' }, /outboxMaxMegabytes.*whole number from 1/],
  ['a number out of range', { SOMAY_REACH_TIMEOUT: '0' }, /reachTimeoutSeconds/],
  ['an unknown log level', { SOMAY_LOG: 'loud' }, /logLevel.*error, warn, info, debug.*"loud"/],
] as const) {
  test(`refuses ${name}, naming the setting, its place and what is expected`, async (t) => {
    const says = await refusalOf(sources(temporaryFolder(t), { environment: { ...environment } }))
    assert.match(says.en, expected)
    assert.ok(says.vi.startsWith('Cấu hình'))
  })
}

test('names the flag when the flag is wrong, and the file when the file is', async (t) => {
  const folder = temporaryFolder(t)
  assert.match((await refusalOf(sources(folder, { flags: { collector: 'x' } }))).en, /--collector/)
  const file = join(folder, 'settings.json')
  writeFileSync(file, '{"outboxMaxDays": "many"}')
  assert.ok((await refusalOf(sources(folder))).en.includes(file))
})

test('refuses a setting that does not exist, and a file that is no JSON object', async (t) => {
  const folder = temporaryFolder(t)
  writeFileSync(join(folder, 'settings.json'), '{"colectorUrl": "http://x"}')
  assert.match((await refusalOf(sources(folder))).en, /colectorUrl.*collectorUrls/)
  for (const content of ['[]', 'null', '{', '']) {
    writeFileSync(join(folder, 'settings.json'), content)
    assert.match((await refusalOf(sources(folder))).en, /JSON object/)
  }
})

test('never shows a secret back', async (t) => {
  const says = await refusalOf(sources(temporaryFolder(t), { environment: { SOMAY_TOKEN: 'short' } }))
  assert.ok(!says.en.includes('short') && !says.vi.includes('short'))
})
