/** This very PC from probe to spreadsheet, over the real agent and the real collector, against what the system says by itself. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { cpus, hostname, machine, release } from 'node:os'
import { test } from 'node:test'
import type { Column, PcHistory, PcList, PcPage } from '#shared/api/pcs.ts'
import { FACT_NAMES, type FactName, type FactValue } from '#shared/facts/index.ts'
import { enrolledAgent } from '../agent-process.ts'
import { type RunningCollector, startCollector } from '../collector-process.ts'
import { type Client, loggedIn } from '../http-client.ts'
import { columnsOf, csvCell, exported, xlsxCell } from './exported.ts'

// Other programs write to this PC's disks between two inventories; everything else stands still.
const MAY_MOVE = ['usage']

const ARCHITECTURES: Readonly<Record<string, string>> = { x86_64: 'x64', aarch64: 'arm64', i686: 'x86' }

const asPerson = ({ url, adminPassword }: RunningCollector) => loggedIn(url, 'admin', adminPassword)

async function theOnlyRow(client: Client, columns: readonly Column[]) {
  const list = (await client.get(`/api/v1/pcs?columns=${columns.map(({ key }) => key).join(',')}`)).json<PcList>()
  assert.equal(list.total, 1)
  const [row] = list.rows
  assert.ok(row)
  return row
}

async function history(client: Client, id: number) {
  return (await client.get(`/api/v1/pcs/${id}/history`)).json<PcHistory>().changes
}

const pageOf = async (client: Client, id: number) => (await client.get(`/api/v1/pcs/${id}`)).json<PcPage>()

function osRelease(field: string): string | undefined {
  return readFileSync('/etc/os-release', 'utf8').match(new RegExp(`^${field}=["']?(.*?)["']?$`, 'm'))?.[1]
}

const memoryTotalBytes = () => Number(readFileSync('/proc/meminfo', 'utf8').match(/^MemTotal:\s+(\d+) kB$/m)?.[1]) * 1_024

function known<N extends FactName>({ facts }: PcPage, name: N): FactValue<N> {
  const body = facts.find((fact) => fact.name === name)?.body as { known?: FactValue<N> }
  assert.ok(body?.known !== undefined, `${name} is unknown: ${JSON.stringify(body)}`)
  return body.known
}

test('this PC stands in the list, on its page and in both files with what the system says of itself', async (t) => {
  if (process.platform !== 'linux') return t.skip('the independent readings are those of Linux')
  const collector = await startCollector(t)
  const agent = await enrolledAgent(t, collector)
  const ended = await agent.once()
  assert.equal(ended.code, 0, ended.err)

  const client = await asPerson(collector)
  const columns = await columnsOf(client)
  const row = await theOnlyRow(client, columns)
  assert.equal(row.id, agent.pcId)
  const { cells } = row
  assert.equal(cells.name, hostname())
  assert.equal(cells.osName, osRelease('PRETTY_NAME'))
  if (osRelease('VERSION_ID') !== undefined) assert.equal(cells.osVersion, osRelease('VERSION_ID'))
  assert.equal(cells.memoryVisibleBytes, memoryTotalBytes())
  // Where the modules are read it is what they hold, of which the kernel keeps a part for itself; where not, nothing stands in for it.
  const { memoryBytes } = cells
  if (typeof memoryBytes === 'object')
    assert.partialDeepStrictEqual(known(await pageOf(client, agent.pcId), 'memory').installedBytes, memoryBytes)
  else assert.ok(Number(memoryBytes) >= memoryTotalBytes() && Number(memoryBytes) <= memoryTotalBytes() * 1.3, `${memoryBytes}`)
  if (cpus()[0]?.model.trim()) assert.equal(cells.processor, cpus()[0]?.model.replace(/\s+/g, ' ').trim())

  const page = await pageOf(client, agent.pcId)
  assert.deepEqual(page.facts.map(({ name }) => name).sort(), [...FACT_NAMES].sort())
  assert.equal(known(page, 'system').hostName, hostname())
  assert.equal(known(page, 'memory').totalBytes, memoryTotalBytes())
  const os = known(page, 'os')
  assert.deepEqual([os.kernel, os.architecture], [release(), ARCHITECTURES[machine()] ?? 'other'])
  assert.equal(known(page, 'processor').threads, cpus().length)
  const unknown = page.facts.filter(({ body }) => /"unknown":"(?!turned-off)/.test(JSON.stringify(body)))
  assert.equal(cells.unknownCount, unknown.length)

  const files = await exported(client, columns)
  assert.deepEqual([files.csv.length, files.xlsx.length], [1, 1])
  for (const column of columns) {
    const cell = cells[column.key]
    assert.ok(cell !== undefined, column.key)
    assert.equal(files.csv[0]?.[column.key], csvCell(cell, column), `CSV: ${column.key}`)
    assert.deepEqual(files.xlsx[0]?.[column.key], xlsxCell(cell, column), `XLSX: ${column.key}`)
  }
})

test('a second run is an unchanged check-in, and show-sent prints what the collector holds', async (t) => {
  const collector = await startCollector(t)
  const agent = await enrolledAgent(t, collector)
  assert.equal((await agent.once()).code, 0)
  const client = await asPerson(collector)
  const page = async () => (await client.get(`/api/v1/pcs/${agent.pcId}`)).json<PcPage>()
  const [factsBefore, historyBefore] = [(await page()).facts, await history(client, agent.pcId)]
  const before = agent.acknowledged()

  const ended = await agent.once()
  assert.equal(ended.code, 0, ended.err)
  const after = agent.acknowledged()
  assert.notEqual(after.lastReport.id, before.lastReport.id)
  const moved = FACT_NAMES.filter((fact) => after.manifest[fact] !== before.manifest[fact])
  assert.deepEqual(
    moved.filter((fact) => !MAY_MOVE.includes(fact)),
    [],
    'facts that stand still were reported as changed',
  )
  if (moved.length === 0) assert.deepEqual([after.lastReport.manifest, after.lastReport.bodies], [undefined, undefined])
  const { facts } = await page()
  const settled = ({ name }: { name: string }) => !moved.includes(name as FactName)
  const asSeen = (all: PcPage['facts']) => all.filter(settled).map(({ name, body, since }) => ({ name, body, since }))
  assert.deepEqual(asSeen(facts), asSeen(factsBefore))
  assert.equal((await history(client, agent.pcId)).length, historyBefore.length)
  assert.equal((await theOnlyRow(client, await columnsOf(client))).id, agent.pcId)

  const shown = await agent.shown()
  assert.deepEqual(shown.facts, Object.fromEntries(facts.map(({ name, body }) => [name, body])))
  assert.equal(shown.lastReport.id, after.lastReport.id)
})
