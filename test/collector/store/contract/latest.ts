/** What the store promises about facts of which only the latest is kept. */
import assert from 'node:assert/strict'
import { readPcHistory, readPcPage } from '#collector/fleet/pc-page/query.ts'
import { canonical } from '#shared/canonical.ts'
import { FACT_NAMES, keepsHistory } from '#shared/facts/index.ts'
import type { FactBody } from '#shared/facts/spec.ts'
import { known, makeReport, unchangedAfter } from '../../../make-report.ts'
import { daysOfUse } from '../days-of-use.ts'
import type { Ledger } from './ledger.ts'

const DAY_MS = 86_400_000
const DAYS = 30
const FIRST_DAY = Date.UTC(2026, 8, 1, 1)
const WITH_HISTORY = FACT_NAMES.filter(keepsHistory).length
const ONLY_LATEST = FACT_NAMES.filter((name) => !keepsHistory(name)).sort()

async function newPc(ledger: Ledger): Promise<number> {
  const id = await ledger.enrol()
  assert.ok(id)
  return id
}

const latest = ({ database: { read } }: Ledger, pc: number) =>
  read.selectFrom('pc_latest').selectAll().where('pc_id', '=', pc).orderBy('fact').execute()

const count = async ({ database: { read } }: Ledger, table: 'pc_fact' | 'fact_body') =>
  (await read.selectFrom(table).selectAll().execute()).length

async function usageOf(ledger: Ledger, id: number) {
  const { facts } = await readPcPage(ledger.database, { id, scope: 'all', at: FIRST_DAY, silentBefore: FIRST_DAY - DAY_MS })
  return facts.find(({ name }) => name === 'usage')
}

async function changes({ database }: Ledger, id: number) {
  return (await readPcHistory(database, { id, scope: 'all' }, undefined)).changes
}

const columns = ({ database: { read } }: Ledger, pc: number) =>
  read.selectFrom('pc').select(['last_boot_at', 'system_free_bytes', 'reasons']).where('id', '=', pc).executeTakeFirstOrThrow()

const bootAt = (atMs: number) => known('usage', { lastBootAt: new Date(atMs).toISOString() })

export const latestPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'keeps only the latest usage and no history of it'(ledger) {
    const pc = await newPc(ledger)
    for (const report of daysOfUse(FIRST_DAY, DAYS)) assert.deepEqual(await ledger.report(pc, report), { repeated: false, need: [] })
    const lastDay = FIRST_DAY + (DAYS - 1) * DAY_MS
    const rows = await latest(ledger, pc)
    assert.deepEqual(
      rows.map(({ fact }) => fact),
      ONLY_LATEST,
    )
    assert.deepEqual([await count(ledger, 'pc_fact'), await count(ledger, 'fact_body')], [WITH_HISTORY, WITH_HISTORY])
    assert.deepEqual(new Set((await changes(ledger, pc)).map(({ at }) => at)), new Set([FIRST_DAY]))
    const shown = await usageOf(ledger, pc)
    assert.equal(canonical(shown?.body), canonical(daysOfUse(lastDay, 1)[0]?.bodies?.usage))
    assert.equal(shown?.since, lastDay)
    assert.equal((await columns(ledger, pc)).last_boot_at, lastDay)
  },

  async 'needs its body as any fact'(ledger) {
    const [pc, other] = [await newPc(ledger), await newPc(ledger)]
    await ledger.report(other, makeReport())
    const without = makeReport({ bodies: FACT_NAMES.filter((name) => name !== 'usage') })
    assert.deepEqual((await ledger.report(pc, without))?.need, ['usage'])
    const complete = makeReport({ bodies: ['usage'], takenAt: Date.parse(without.takenAt) + 1_000 })
    assert.deepEqual((await ledger.report(pc, complete))?.need, [])
    assert.deepEqual((await ledger.report(pc, unchangedAfter(complete, Date.parse(complete.sentAt) + DAY_MS)))?.need, [])
  },

  async 'takes the same usage again without its body, and leaves it as it is'(ledger) {
    const pc = await newPc(ledger)
    const first = makeReport()
    await ledger.report(pc, first)
    const before = await latest(ledger, pc)
    const facts = { memory: known('memory', { freeSlots: 0 }) }
    const later = makeReport({ facts, bodies: ['memory'], takenAt: Date.parse(first.takenAt) + DAY_MS })
    assert.deepEqual((await ledger.report(pc, later))?.need, [])
    assert.deepEqual(await latest(ledger, pc), before)
  },

  async 'unknown usage keeps its reason'(ledger) {
    const pc = await newPc(ledger)
    const first = makeReport()
    await ledger.report(pc, first)
    const denied: FactBody = { unknown: 'access-denied', source: 'test' }
    await ledger.report(pc, makeReport({ facts: { usage: denied }, takenAt: Date.parse(first.takenAt) + DAY_MS }))
    const { last_boot_at, system_free_bytes, reasons } = await columns(ledger, pc)
    assert.deepEqual([last_boot_at, system_free_bytes], [null, null])
    assert.partialDeepStrictEqual(JSON.parse(reasons), { last_boot_at: 'access-denied', system_free_bytes: 'access-denied' })
    assert.equal(canonical((await usageOf(ledger, pc))?.body), canonical(denied))
  },

  async 'keeps the reason of free room that alone could not be read'(ledger) {
    const pc = await newPc(ledger)
    await ledger.report(pc, makeReport({ facts: { usage: known('usage', { volumes: { unknown: 'timed-out' } }) } }))
    const { last_boot_at, system_free_bytes, reasons } = await columns(ledger, pc)
    assert.ok(last_boot_at !== null)
    assert.deepEqual([system_free_bytes, JSON.parse(reasons).system_free_bytes], [null, 'timed-out'])
  },

  async 'lets go of usage that is no longer reported'(ledger) {
    const [pc, other] = [await newPc(ledger), await newPc(ledger)]
    const first = makeReport()
    await ledger.report(pc, first)
    await ledger.report(other, first)
    await ledger.report(pc, makeReport({ facts: { usage: undefined }, takenAt: Date.parse(first.takenAt) + DAY_MS }))
    assert.ok(!(await latest(ledger, pc)).some(({ fact }) => fact === 'usage'))
    assert.equal((await columns(ledger, pc)).last_boot_at, null)
    assert.equal((await latest(ledger, other)).length, ONLY_LATEST.length)
  },

  async 'keeps the usage of many PCs apart in one batch'(ledger) {
    const pcs = await Promise.all(Array.from({ length: 20 }, () => newPc(ledger)))
    const bootOf = (pc: number) => FIRST_DAY - pc * 60_000
    await ledger.reportTogether(pcs.map((pc) => [pc, makeReport({ takenAt: FIRST_DAY, facts: { usage: bootAt(bootOf(pc)) } })]))
    for (const pc of pcs) assert.equal(canonical((await usageOf(ledger, pc))?.body), canonical(bootAt(bootOf(pc))))
  },

  async 'a fact that was kept and now is only the latest ends in the history, and the other way round'(ledger) {
    const pc = await newPc(ledger)
    const first = makeReport()
    await ledger.report(pc, first)
    // As an older version would have left it: usage in the history, tpm as the latest only.
    await ledger.database.write(async (db) => {
      const body = await db.selectFrom('fact_body').select(['id', 'hash', 'encoding', 'body']).limit(1).executeTakeFirstOrThrow()
      const since = Date.parse(first.takenAt)
      await db.deleteFrom('pc_latest').where('pc_id', '=', pc).execute()
      await db.insertInto('pc_fact').values({ pc_id: pc, fact: 'usage', since, until: null, body_id: body.id }).execute()
      await db.deleteFrom('pc_fact').where('pc_id', '=', pc).where('fact', '=', 'tpm').execute()
      const { hash, encoding, body: bytes } = body
      await db.insertInto('pc_latest').values({ pc_id: pc, fact: 'tpm', since, hash, encoding, body: bytes }).execute()
    })
    await ledger.report(pc, makeReport({ takenAt: Date.parse(first.takenAt) + DAY_MS }))
    const { facts } = await readPcPage(ledger.database, { id: pc, scope: 'all', at: FIRST_DAY, silentBefore: FIRST_DAY - DAY_MS })
    assert.deepEqual(facts.map(({ name }) => name).sort(), [...FACT_NAMES].sort())
    assert.deepEqual(
      (await latest(ledger, pc)).map(({ fact }) => fact),
      ONLY_LATEST,
    )
  },
}
