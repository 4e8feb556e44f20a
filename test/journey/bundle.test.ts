/** A PC without a line: its agent writes a bundle, a person carries it, the ledger knows the PC; later the line comes and it is the same PC. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { PcPage } from '#shared/api/pcs.ts'
import { runAgent } from '../agent/run-agent.ts'
import { quickStateFolder, temporaryFolder } from '../agent/temporary-folder.ts'
import { startCollector } from '../collector-process.ts'
import { loggedIn } from '../http-client.ts'

test('from the stick to the page, and over the line to the same PC', async (t) => {
  const collector = await startCollector(t)
  const stick = temporaryFolder(t)
  const environment = { SOMAY_AGENT_STATE: quickStateFolder(t), SOMAY_LANGUAGE: 'en' }
  const written = await runAgent(t, ['bundle', '--out', stick], environment)
  assert.deepEqual([written.code, written.err], [0, ''])
  const [name = ''] = readdirSync(stick)
  assert.match(name, /^[\w-]+-\d{8}-\d{4}\.somay$/)
  assert.ok(written.out.includes(name))

  const file = join(stick, name)
  await assert.rejects(collector.command('import-bundle', '--file', file), /--unit|choose its unit|chọn đơn vị/i)
  const said = await collector.command('import-bundle', '--file', file, '--unit', '1', '--carried-by', 'anh Nam')
  assert.match(said, /a new PC/)
  assert.match(await collector.command('import-bundle', '--file', file), /imported before, nothing changed/)

  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const pcs = (await client.get('/api/v1/pcs')).json<{ rows: { id: number }[] }>()
  assert.equal(pcs.rows.length, 1)
  const page = (await client.get(`/api/v1/pcs/${pcs.rows[0]?.id}`)).json<PcPage>()
  const os = page.facts.find((fact) => fact.name === 'os')
  assert.ok(os && 'known' in (os.body as object), 'this very PC’s system is known from the bundle')
  assert.deepEqual(page.events.map(({ kind }) => kind).toSorted(), ['bundle-imported', 'enrolled'])

  const token = await collector.command('enrol-token', 'create')
  const enrolled = await runAgent(t, ['enrol', '--collector', collector.url, '--token', token], environment)
  assert.equal(enrolled.code, 0, enrolled.err)
  assert.equal((await runAgent(t, ['once'], environment)).code, 0)
  const after = (await client.get('/api/v1/pcs')).json<{ rows: { id: number }[] }>()
  assert.deepEqual(
    after.rows.map(({ id }) => id),
    pcs.rows.map(({ id }) => id),
    'the PC of the bundle, known by its key where its hardware says nothing',
  )
  assert.match((await runAgent(t, ['bundle', '--out', stick], environment)).out, /26 facts/)
})

test('a place that cannot be written is said, and nothing is left behind', async (t) => {
  const environment = { SOMAY_AGENT_STATE: quickStateFolder(t) }
  const refused = await runAgent(t, ['bundle', '--out', '/proc/nowhere/x.somay', '--language', 'en'], environment)
  assert.equal(refused.code, 1)
  assert.match(refused.err, /Cannot write \/proc\/nowhere\/x\.somay \(ENOENT\)/)
  const without = await runAgent(t, ['bundle'], environment)
  assert.equal(without.code, 2)
  assert.match(without.err, /--out/)
})
