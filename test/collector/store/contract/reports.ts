/** What the store promises about reports: once, exactly, nothing invented. */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { readPcHistory, readPcPage } from '#collector/fleet/pc-page/query.ts'
import { canonical } from '#shared/canonical.ts'
import { FACT_NAMES, keepsHistory } from '#shared/facts/index.ts'
import type { FactBody } from '#shared/facts/spec.ts'
import { exampleFacts, known, makeReport, unchangedAfter } from '../../../make-report.ts'
import type { Ledger } from './ledger.ts'

const DAY_MS = 86_400_000

async function newPc(ledger: Ledger): Promise<number> {
  const id = await ledger.enrol()
  assert.ok(id)
  return id
}

const page = (ledger: Ledger, id: number) =>
  readPcPage(ledger.database, { id, scope: 'all', at: Date.UTC(2026, 9, 1), silentBefore: Date.UTC(2026, 8, 1) })
const history = (ledger: Ledger, id: number) => readPcHistory(ledger.database, { id, scope: 'all' }, undefined)

async function row(ledger: Ledger, id: number) {
  return ledger.database.read
    .selectFrom('pc')
    .innerJoin('pc_contact', 'pc_contact.pc_id', 'pc.id')
    .selectAll()
    .where('pc.id', '=', id)
    .executeTakeFirstOrThrow()
}

export const reportPromises: Readonly<Record<string, (ledger: Ledger, t: TestContext) => Promise<void>>> = {
  async 'gives back every fact exactly as it was reported'(ledger) {
    const pc = await newPc(ledger)
    assert.deepEqual(await ledger.report(pc, makeReport()), { repeated: false, need: [] })
    const facts = new Map((await page(ledger, pc)).facts.map((fact) => [fact.name, fact.body]))
    for (const [name, body] of Object.entries(exampleFacts)) assert.equal(canonical(facts.get(name)), canonical(body), name)
  },

  async 'counts a report repeated ten times once and changes nothing by it'(ledger) {
    const pc = await newPc(ledger)
    const report = makeReport()
    await ledger.report(pc, report)
    const before = await row(ledger, pc)
    for (let time = 0; time < 10; time++)
      assert.deepEqual(await ledger.report(pc, report, Date.parse(report.sentAt) + time * DAY_MS), { repeated: true, need: [] })
    assert.deepEqual(await row(ledger, pc), before)
    assert.equal(before.report_count, 1)
  },

  async 'takes no report for a repeat of another PC with the same id'(ledger) {
    const [one, other] = [await newPc(ledger), await newPc(ledger)]
    const report = makeReport()
    await ledger.report(one, report)
    await ledger.report(other, makeReport({ takenAt: Date.parse(report.takenAt) + DAY_MS }))
    assert.deepEqual(await ledger.report(other, report), { repeated: false, need: [] })
    assert.deepEqual(await ledger.report(other, report), { repeated: true, need: [] })
  },

  async 'recognises a repeat that comes after later reports'(ledger) {
    const pc = await newPc(ledger)
    const first = makeReport()
    await ledger.report(pc, first)
    await ledger.report(pc, unchangedAfter(first, Date.parse(first.sentAt) + 900_000))
    assert.equal((await ledger.report(pc, first))?.repeated, true)
    assert.equal((await row(ledger, pc)).report_count, 2)
  },

  async 'takes an unchanged check-in as confirmation of what it holds'(ledger) {
    const pc = await newPc(ledger)
    const first = makeReport()
    await ledger.report(pc, first)
    const later = {
      ...unchangedAfter(first, Date.parse(first.sentAt) + DAY_MS),
      takenAt: new Date(Date.parse(first.takenAt) + DAY_MS).toISOString(),
    }
    assert.deepEqual(await ledger.report(pc, later), { repeated: false, need: [] })
    const after = await page(ledger, pc)
    assert.equal(after.inventoryAt, Date.parse(later.takenAt))
    assert.equal(after.facts[0]?.since, Date.parse(first.takenAt))
  },

  async 'asks for the manifest when a check-in speaks of one it does not hold'(ledger) {
    const pc = await newPc(ledger)
    const first = makeReport()
    assert.deepEqual((await ledger.report(pc, unchangedAfter(first, Date.parse(first.sentAt))))?.need, ['manifest'])
  },

  async 'asks for the bodies it lacks and is complete when they come'(ledger) {
    const pc = await newPc(ledger)
    const unique = {
      facts: { system: known('system', { serial: `UNSEEN-${pc}` }), disks: known('disks', { disks: [] as never[], seen: pc }) },
    }
    const partial = makeReport({ ...unique, bodies: Object.keys(exampleFacts).filter((name) => name !== 'system' && name !== 'disks') })
    assert.deepEqual((await ledger.report(pc, partial))?.need.toSorted(), ['disks', 'system'])
    assert.equal((await row(ledger, pc)).manifest_hash, null)
    const complete = makeReport({ ...unique, bodies: ['system', 'disks'], takenAt: Date.parse(partial.takenAt) + 1000 })
    assert.deepEqual((await ledger.report(pc, complete))?.need, [])
    assert.equal((await row(ledger, pc)).serial, `UNSEEN-${pc}`)
  },

  async 'fills the columns from bodies another PC brought before'(ledger) {
    await ledger.report(await newPc(ledger), makeReport())
    const pc = await newPc(ledger)
    assert.deepEqual((await ledger.report(pc, makeReport({ bodies: FACT_NAMES.filter((name) => !keepsHistory(name)) })))?.need, [])
    assert.equal((await row(ledger, pc)).memory_bytes, 4_294_967_296)
  },

  async 'keeps what changed with both values and the moment'(ledger) {
    const pc = await newPc(ledger)
    const first = makeReport()
    await ledger.report(pc, first)
    const more = known('memory', { installedBytes: 8_589_934_592, freeSlots: 0 })
    await ledger.report(pc, makeReport({ facts: { memory: more }, bodies: ['memory'], takenAt: Date.parse(first.takenAt) + DAY_MS }))
    assert.equal((await row(ledger, pc)).memory_bytes, 8_589_934_592)
    const [change] = (await history(ledger, pc)).changes
    assert.equal(change?.fact, 'memory')
    assert.equal(change?.at, Date.parse(first.takenAt) + DAY_MS)
    assert.equal(canonical(change?.before), canonical(exampleFacts.memory))
    assert.equal(canonical(change?.now), canonical(more))
  },

  async 'keeps unknown as null with its reason, in columns and in facts'(ledger) {
    const pc = await newPc(ledger)
    const denied: FactBody = { unknown: 'access-denied', source: 'test' }
    await ledger.report(pc, makeReport({ facts: Object.fromEntries(Object.keys(exampleFacts).map((name) => [name, denied])) }))
    const stored = await row(ledger, pc)
    for (const column of ['manufacturer', 'memory_bytes', 'restart_pending', 'secure_boot', 'tpm_version', 'pending_updates'] as const)
      assert.equal(stored[column], null, column)
    assert.equal(JSON.parse(stored.reasons).memory_bytes, 'access-denied')
    assert.equal(stored.unknown_count, Object.keys(exampleFacts).length)
  },

  async 'keeps a fact it does not know'(ledger) {
    const pc = await newPc(ledger)
    const future: FactBody = { known: { printers: [{ name: 'HP 107a' }] }, source: 'a newer agent' }
    await ledger.report(pc, makeReport({ facts: { 'printers-of-tomorrow': future } }))
    const found = (await page(ledger, pc)).facts.find((fact) => fact.name === 'printers-of-tomorrow')
    assert.equal(canonical(found?.body), canonical(future))
  },

  async 'does not put an older inventory over a newer one'(ledger) {
    const pc = await newPc(ledger)
    const newer = makeReport({ facts: { memory: known('memory', { installedBytes: 16 * 1024 ** 3 }) }, takenAt: Date.UTC(2026, 8, 30) })
    await ledger.report(pc, newer)
    await ledger.report(pc, makeReport({ takenAt: Date.UTC(2026, 8, 1), sentAt: Date.UTC(2026, 9, 1) }))
    assert.equal((await row(ledger, pc)).memory_bytes, 16 * 1024 ** 3)
  },

  async 'goes on with a PC whose clock was years ahead until it was mended'(ledger) {
    const pc = await newPc(ledger)
    const [ahead, now] = [Date.UTC(2038, 0, 1), Date.UTC(2026, 8, 30)]
    const first = makeReport({ takenAt: ahead, facts: { memory: known('memory', { installedBytes: 2 * 1024 ** 3 }) } })
    await ledger.report(pc, first, now)
    assert.equal((await page(ledger, pc)).inventoryAt, now)
    const mended = makeReport({ takenAt: now + DAY_MS, facts: { memory: known('memory', { installedBytes: 16 * 1024 ** 3 }) } })
    // Ids go on from the highest one given out, whatever the clock says.
    const after = { ...mended, id: first.id.replace(/.$/, 'f') }
    assert.deepEqual(await ledger.report(pc, after, now + DAY_MS), { repeated: false, need: [] })
    assert.equal((await row(ledger, pc)).memory_bytes, 16 * 1024 ** 3)
    assert.deepEqual((await ledger.report(pc, unchangedAfter(mended, now + 2 * DAY_MS)))?.need, [])
  },

  async 'dates an inventory taken before the clock was set by its receipt'(ledger) {
    const pc = await newPc(ledger)
    const received = Date.UTC(2026, 8, 30)
    await ledger.report(pc, makeReport({ takenAt: Date.UTC(2009, 0, 1), sentAt: received }), received)
    assert.equal((await page(ledger, pc)).inventoryAt, received)
  },

  async 'takes no body of one fact for another that names its hash'(ledger) {
    const pc = await newPc(ledger)
    const denied: FactBody = { unknown: 'access-denied', source: 'test' }
    const empty: FactBody = { known: {}, source: 'x' }
    await ledger.report(pc, makeReport({ facts: { tpm: denied, 'secure-boot': denied, 'x-store': empty } }))
    const taken = Date.UTC(2026, 9, 1)
    const smuggled = makeReport({
      facts: { tpm: empty, 'secure-boot': empty, disks: empty, 'x-store': empty },
      bodies: ['x-store'],
      takenAt: taken,
    })
    assert.deepEqual((await ledger.report(pc, smuggled))?.need.toSorted(), ['disks', 'secure-boot', 'tpm'])
    const stored = await row(ledger, pc)
    assert.deepEqual([stored.tpm_version, stored.secure_boot], [null, null])
    assert.equal(JSON.parse(stored.reasons).tpm_version, 'access-denied')
  },

  async 'confirms nothing while a body is still to come'(ledger) {
    const pc = await newPc(ledger)
    const first = makeReport()
    await ledger.report(pc, first)
    const facts = { memory: known('memory', { installedBytes: 17 * 1024 ** 3 }) }
    const later = makeReport({ facts, bodies: [], takenAt: Date.parse(first.takenAt) + DAY_MS })
    assert.deepEqual((await ledger.report(pc, later))?.need, ['memory'])
    const memory = (await page(ledger, pc)).facts.find(({ name }) => name === 'memory')
    assert.equal(memory?.confirmedAt, Date.parse(first.takenAt))
  },

  async 'forgets a column when the agent no longer reports its fact'(ledger) {
    const pc = await newPc(ledger)
    await ledger.report(pc, makeReport())
    await ledger.report(pc, makeReport({ facts: { tpm: undefined }, takenAt: Date.UTC(2026, 9, 1) }))
    assert.equal((await row(ledger, pc)).tpm_version, null)
    assert.equal(
      (await page(ledger, pc)).facts.some((fact) => fact.name === 'tpm'),
      false,
    )
    await ledger.report(pc, makeReport({ takenAt: Date.UTC(2026, 9, 2) }))
    const ofTpm = (await history(ledger, pc)).changes.filter(({ fact }) => fact === 'tpm')
    assert.deepEqual(
      ofTpm.map(({ now, before, again }) => [now !== undefined, before !== undefined, again === true]),
      [
        [true, false, true],
        [false, true, false],
        [true, false, false],
      ],
      'back, gone, first',
    )
  },

  async 'stores hostile names without harm'(ledger) {
    const names = [
      "'; drop table pc; --",
      '=cmd|calc',
      '<script>alert(1)</script>',
      '\u202egnp.exe',
      'xy'.repeat(100),
      'tên\u0000máy',
      'Đăk Glei \u2603 \u{1F5A5}',
    ]
    for (const name of names) {
      const pc = await newPc(ledger)
      await ledger.report(pc, makeReport({ facts: { system: known('system', { hostName: name, model: name }) } }))
      assert.equal((await row(ledger, pc)).model, name.replace('\u0000', ' '))
    }
  },

  async 'stores many PCs in one batch as it would one by one'(ledger) {
    const reports = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => ({
        pc: await newPc(ledger),
        report: makeReport({ facts: { system: known('system', { serial: `BATCH-${index}` }) } }),
      })),
    )
    await Promise.all(reports.map(({ pc, report }) => ledger.report(pc, report)))
    for (const [index, { pc }] of reports.entries()) assert.equal((await row(ledger, pc)).serial, `BATCH-${index}`)
  },
}
