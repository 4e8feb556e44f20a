/** A PC of which nothing can be read, from the agent's own probes to the spreadsheet: unknown with its reason everywhere, and never a value. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { readXlsx } from 'hucre'
import type { Unread } from '#agent/platform/reading.ts'
import { takeSample } from '#agent/probes/connectivity.ts'
import { composeReport } from '#agent/report/compose-report.ts'
import { nextReportId } from '#agent/report/report-id.ts'
import { takeInventory } from '#agent/report/take-inventory.ts'
import type { Inventory } from '#agent/state/schemas.ts'
import type { Patches } from '#shared/api/patches.ts'
import type { Cell, Column, PcHistory, PcList, PcPage } from '#shared/api/pcs.ts'
import type { PcVerdict } from '#shared/api/planned-pcs.ts'
import type { Plan } from '#shared/api/plans.ts'
import type { Enrolled } from '#shared/enrolment.ts'
import { evidenceFrom } from '#shared/evidence.ts'
import { FACT_NAMES, keepsHistory } from '#shared/facts/index.ts'
import { type Answer, PROTOCOL, type Report } from '#shared/report.ts'
import { isUnknown, UNKNOWN_REASONS, type UnknownReason } from '#shared/unknown.ts'
import { NOWHERE } from '../agent/probes/known.ts'
import { type RunningCollector, startCollector } from '../collector-process.ts'
import { type Client, clientOf, loggedIn } from '../http-client.ts'
import { makeReport } from '../make-report.ts'
import { columnsOf, exported, unknownSentence } from './exported.ts'
import { refusingPlatform } from './refusing-platform.ts'

/** How a system refuses, for each reason but the one that is an administrator's word and no refusal. */
const REFUSALS: Readonly<Partial<Record<UnknownReason, Unread['kind']>>> = {
  'not-supported': 'absent',
  'access-denied': 'denied',
  'timed-out': 'timed-out',
  failed: 'failed',
}

const NOT_FROM_FACTS = ['name', 'unit', 'lastSeenAt', 'inventoryAt', 'agentVersion', 'enrolledAt', 'unknownCount']

// The host name is no file and no command: without one it is simply missing. No address is configured to look for a network at.
const OTHER_REASONS: Readonly<Record<string, UnknownReason>> = {
  system: 'failed',
  connectivity: 'turned-off',
  'connectivity-check': 'turned-off',
}

const WITH_HISTORY = FACT_NAMES.filter(keepsHistory)

const LARGEST = String(Number.MAX_SAFE_INTEGER)
const TEXTS = ['', '0', 'none', 'unknown', 'false', 'không']

function reasonOf(fact: string, reason: UnknownReason): UnknownReason {
  return reason === 'turned-off' ? reason : (OTHER_REASONS[fact] ?? reason)
}

async function refused(reason: UnknownReason): Promise<{ inventory: Inventory; report: Report }> {
  const platform = refusingPlatform(REFUSALS[reason] ?? 'failed')
  // An entry that is not there is a reading; where there is no place for entries at all, nothing is read.
  const placement = reason === 'not-supported' ? {} : { placementFile: '/placement.json' }
  const switchedOff = reason === 'turned-off' ? FACT_NAMES : []
  const inventory = await takeInventory({ context: { platform, reach: NOWHERE, ...placement }, switchedOff, now: Date.now })
  const report = composeReport({
    id: nextReportId(Date.now(), undefined),
    now: new Date().toISOString(),
    agentVersion: '0.1.0',
    inventory,
    acknowledged: undefined,
    samples: [await takeSample(platform, NOWHERE, true, Date.now)],
  })
  return { inventory, report }
}

async function enrol(collector: RunningCollector, bodies: Inventory['bodies']): Promise<Enrolled> {
  const token = await collector.command('enrol-token', 'create')
  const answer = await clientOf(collector.url).send('POST', '/api/v1/enrol', {
    protocol: PROTOCOL,
    token,
    hostName: 'PC-KHONG-RO',
    agentVersion: '0.1.0',
    publicKey: 'A'.repeat(43),
    evidence: evidenceFrom(bodies),
  })
  assert.equal(answer.status, 200, answer.text)
  return answer.json<Enrolled>()
}

async function send(collector: RunningCollector, { credential }: Enrolled, report: Report): Promise<Answer> {
  const answer = await clientOf(collector.url, { authorization: `Bearer ${credential}` }).send('POST', '/api/v1/reports', report)
  assert.equal(answer.status, 200, answer.text)
  return answer.json<Answer>()
}

/** Unknown as a whole, or in every one of its properties. */
function saysNothing(body: unknown): boolean {
  if (isUnknown(body)) return true
  const properties = Object.values((body as { known: Record<string, unknown> }).known)
  return properties.length > 0 && properties.every(isUnknown)
}

async function matches(client: Client, where: string): Promise<number> {
  const answer = await client.get(`/api/v1/pcs?where=${encodeURIComponent(where)}`)
  assert.equal(answer.status, 200, `${where}: ${answer.text}`)
  return answer.json<PcList>().total
}

function valuesFor({ kind, choices = [] }: Column, operator: string): string[] {
  if (operator === 'known') return ['']
  if (operator === 'within' || operator === 'older') return ['1', '36500']
  if (kind === 'choice') return choices.map(({ value }) => value)
  if (kind === 'yes-no') return ['yes', 'no']
  return kind === 'text' ? TEXTS : ['0', '1', LARGEST, `-${LARGEST}`]
}

async function assertNeverMatches(client: Client, column: Column): Promise<void> {
  assert.equal(await matches(client, `${column.key}.unknown`), 1, `${column.key}.unknown`)
  for (const operator of column.operators.filter((one) => one !== 'unknown')) {
    for (const value of valuesFor(column, operator)) {
      assert.equal(await matches(client, `${column.key}.${operator}.${value}`), 0, `${column.key}.${operator}.${value}`)
    }
  }
}

async function collectorAndPerson(t: TestContext): Promise<{ collector: RunningCollector; client: Client; columns: Column[] }> {
  const collector = await startCollector(t)
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  return { collector, client, columns: await columnsOf(client) }
}

async function rowOf(client: Client, columns: readonly Column[]): Promise<Record<string, Cell>> {
  const { rows } = (await client.get(`/api/v1/pcs?columns=${columns.map(({ key }) => key).join(',')}`)).json<PcList>()
  assert.equal(rows.length, 1)
  return rows[0]?.cells ?? {}
}

async function turnedOffFacts(client: Client): Promise<number> {
  const [row] = (await client.get('/api/v1/pcs')).json<PcList>().rows
  const { facts } = (await client.get(`/api/v1/pcs/${row?.id}`)).json<PcPage>()
  return facts.filter(({ body }) => [...JSON.stringify(body).matchAll(/"unknown":"([a-z-]+)"/g)].every(([, why]) => why === 'turned-off'))
    .length
}

async function assertUnknownEverywhere(client: Client, columns: readonly Column[], reason: UnknownReason): Promise<void> {
  const cells = await rowOf(client, columns)
  const files = await exported(client, columns)
  for (const column of columns.filter(({ key }) => !NOT_FROM_FACTS.includes(key))) {
    const cell = cells[column.key]
    assert.ok(isUnknown(cell), `${column.key} holds ${JSON.stringify(cell)}`)
    assert.ok([reason, ...Object.values(OTHER_REASONS)].includes(cell.unknown), `${column.key}: ${cell.unknown}`)
    assert.equal(files.csv[0]?.[column.key], unknownSentence(cell), `CSV: ${column.key}`)
    assert.equal(files.xlsx[0]?.[column.key], unknownSentence(cell), `XLSX: ${column.key}`)
    await assertNeverMatches(client, column)
  }
  // What an administrator turned off is missing on purpose, and not counted as something to look into.
  const missing = reason === 'turned-off' ? 0 : FACT_NAMES.length - (await turnedOffFacts(client))
  assert.equal(cells.unknownCount, missing)
  assert.deepEqual([files.csv[0]?.unknownCount, files.xlsx[0]?.unknownCount], [String(missing), missing])
}

/** No rule finds anything, nothing is bought, and the file of the plan lists what must be read first. */
async function assertBuysNothing(client: Client, pcId: number): Promise<void> {
  const verdict = (await client.get(`/api/v1/pcs/${pcId}/verdict`)).json<PcVerdict>()
  assert.deepEqual([verdict.verdict, verdict.costDong, verdict.remedies, verdict.works], ['unknown', 0, [], []])
  const told = verdict.rules.filter(({ outcome }) => outcome !== 'unknown' && outcome !== 'not-asked').map(({ code }) => code)
  // The first policy does not ask for it.
  assert.deepEqual(told, ['encryption'])
  const { total, items, remedies } = (await client.get('/api/v1/plan')).json<Plan>()
  assert.deepEqual([total.pcs, total.unknown, total.costDong, items, remedies], [1, 1, 0, [], []])
  const { support, age, pending, restart } = (await client.get('/api/v1/patches')).json<Patches>().total
  assert.deepEqual([support.unknown, age.unknown, pending.unknown, restart.unknown], [1, 1, 1, 1])
  const file = await client.fetch('/api/v1/plan/export?format=xlsx&language=en')
  const { sheets } = await readXlsx(new Uint8Array(await file.arrayBuffer()))
  const [needs, undecided] = ['Needs', 'Undecided'].map((name) => sheets.find((sheet) => sheet.name === name)?.rows ?? [])
  assert.equal(needs?.filter((row) => row.some((cell) => String(cell).includes('PC-KHONG-RO'))).length, 0)
  const [line = [], ...others] = (undecided ?? []).slice(1)
  assert.deepEqual([line[3], others.length], ['PC-KHONG-RO', 0], 'one line, of this PC')
  for (const cell of line) assert.ok(![null, '', 0, false].includes(cell as never), JSON.stringify(line))
}

for (const reason of UNKNOWN_REASONS) {
  test(`a PC of which every fact is unknown (${reason}) shows no value anywhere`, async (t) => {
    const { inventory, report } = await refused(reason)
    assert.deepEqual(Object.keys(inventory.bodies).sort(), [...FACT_NAMES].sort())
    for (const [fact, body] of Object.entries(inventory.bodies)) {
      assert.ok(saysNothing(body), `${fact}: ${JSON.stringify(body)}`)
      if (isUnknown(body)) assert.equal(body.unknown, reasonOf(fact, reason), `${fact}: ${JSON.stringify(body)}`)
    }
    const { collector, client, columns } = await collectorAndPerson(t)
    const enrolled = await enrol(collector, inventory.bodies)
    assert.deepEqual((await send(collector, enrolled, report)).need, [])

    await assertUnknownEverywhere(client, columns, reason)
    await assertBuysNothing(client, enrolled.pcId)
    const page = (await client.get(`/api/v1/pcs/${enrolled.pcId}`)).json<PcPage>()
    assert.equal(page.state, 'unknown')
    assert.equal(page.name, 'PC-KHONG-RO')
    assert.deepEqual(Object.fromEntries(page.facts.map(({ name, body }) => [name, body])), inventory.bodies)
    const { changes } = (await client.get(`/api/v1/pcs/${enrolled.pcId}/history`)).json<PcHistory>()
    assert.deepEqual(changes.map(({ fact }) => fact).sort(), [...WITH_HISTORY].sort())
    for (const { fact, now, before } of changes) assert.deepEqual([now, before], [inventory.bodies[fact], undefined])
  })
}

test('what was known and can no longer be read becomes unknown, and only the history remembers it', async (t) => {
  const { inventory, report } = await refused('access-denied')
  const { collector, client, columns } = await collectorAndPerson(t)
  const enrolled = await enrol(collector, inventory.bodies)
  const before = makeReport({ takenAt: Date.now() - 3_600_000 })
  await send(collector, enrolled, before)
  assert.equal(isUnknown((await rowOf(client, columns)).memoryBytes), false)

  await send(collector, enrolled, report)
  await assertUnknownEverywhere(client, columns, 'access-denied')
  const { changes } = (await client.get(`/api/v1/pcs/${enrolled.pcId}/history`)).json<PcHistory>()
  for (const { fact, now, before: was } of changes.slice(0, WITH_HISTORY.length)) {
    assert.deepEqual([was, now], [before.bodies?.[fact], inventory.bodies[fact]], fact)
  }
})
