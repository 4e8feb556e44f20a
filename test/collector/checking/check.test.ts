/** A ledger that was written by the product holds every law; each law catches the sin planted against it, on both databases. */
import assert from 'node:assert/strict'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { checkLedger, LAWS } from '#collector/checking/check.ts'
import { contentHash } from '#collector/freezing/content-hash.ts'
import { type Database, openDatabase } from '#collector/store/database.ts'
import { runCommand } from '../../collector-command.ts'
import { makeReport } from '../../make-report.ts'
import { bothEngines } from '../both-engines.ts'
import { type Ledger, ledgerOver } from '../store/contract/ledger.ts'

const ENGINES = bothEngines('check')

/** By law: what breaks it and, planted in this order, nothing that stands after it in this list. `drop X on T` takes a guard off. */
const SINS: Readonly<Record<string, readonly string[]>> = {
  'a-null-has-its-reason': ["update pc set reasons = '{}', model = null where id = 1"],
  'a-value-has-no-reason': [`update pc set reasons = '{"serial":"failed"}' where id = 2`],
  'stays-follow-each-other': ['insert into pc_stay (pc_id, since, until, unit_id, enrolled_at) values (1, 1, 9999999999999, 1, 1)'],
  'one-open-stay': ['update pc_stay set until = since + 1 where pc_id = 2'],
  'facts-follow-each-other': [
    "insert into pc_fact (pc_id, fact, since, until, body_id) select pc_id, fact, since - 1, null, body_id from pc_fact where pc_id = 1 and fact = 'system'",
  ],
  'conditions-follow-each-other': [
    'insert into pc_condition (pc_id, since, until) values (1, 1, 3)',
    'insert into pc_condition (pc_id, since, until) values (1, 2, null)',
  ],
  'no-orphans': ["insert into evidence (kind, value, pc_id, since) values ('serial', 'X', 99, 0)"],
  'every-pc-has-its-rows': ['delete from pc_search where pc_id = 3'],
  'merged-leads-on': ['update pc set merged_into = 3, retired_at = 1 where id = 3'],
  'presence-known-or-not': ['update presence set internet = 1, sampled = 0 where pc_id = 1'],
  'shared-bodies-match': ['update fact_body set hash = (select hash from pc_latest limit 1) where id = 1'],
  'latest-bodies-match': ['update pc_latest set hash = (select hash from fact_body where id = 2) where pc_id = 1'],
  'facts-have-bodies': ["insert into pc_fact (pc_id, fact, since, until, body_id) values (2, 'nothing', 0, 1, 999)"],
  'guards-in-force': ['drop frozen_count_no_update on frozen_count', 'drop committed_line_no_update on committed_line'],
  'frozen-reports-match': ['update frozen_count set pcs = pcs + 1'],
  'committed-plans-whole': ['update committed_line set cost_dong = -1'],
  'one-correction': [
    "insert into frozen_report (id, day, time_zone, title, note, rule_version, window_days, silent_days, blocks, who, frozen_at, corrects_id, hash) values (90, '', '', '', '', 0, 0, 0, '', '', 0, 90, '')",
  ],
  'units-hang-together': ['update unit set parent_id = id where id = 2'],
  'units-end-after-they-begin': ["update unit set valid_to = '1999-01-01' where id = 2"],
  'register-follows-itself': [
    "insert into register_item (id, asset_code, asset_key) values (1, 'TS1', 'ts1')",
    ...['2026-01-01', '2026-02-01'].map(
      (day) =>
        `insert into register_entry (item_id, from_day, unit_id, name, name_key, exempt, note, search, hash, import_id) values (1, '${day}', 1, '', '', 0, '', '', '', 1)`,
    ),
  ],
  'scopes-of-somebody': ['insert into scope (person_id, token_id, unit_id) values (null, null, null)'],
  'tokens-within-their-limit': ['update enrol_token set used_count = use_limit + 1 where id = 1'],
}

/** Three PCs with reports, a frozen report and a committed plan. */
async function goodLedger(database: Database): Promise<Ledger> {
  const ledger = await ledgerOver(database)
  await ledger.unit('Phòng', ledger.unitId)
  for (const number of [1, 2, 3]) {
    const pcId = (await ledger.enrol()) as number
    if (number < 3) await ledger.report(pcId, makeReport({ takenAt: Date.UTC(2026, 8, 30), samples: [] }))
  }
  await database.write(async (db) => {
    await sql`insert into presence (pc_id, month, reached, internet, sampled, powered, used, use_told) values (1, 202601, 1, 1, 1, 1, 1, 1)`.execute(
      db,
    )
    await sql`insert into frozen_report (id, day, time_zone, title, note, rule_version, window_days, silent_days, blocks, who, frozen_at, hash)
      values (1, '2026-09-30', 'Asia/Ho_Chi_Minh', 'Quý III', '', 0, 30, 30, 'I', 'test', 1, '')`.execute(db)
    await sql`insert into frozen_count (report_id, unit_id, state, pcs) values (1, 1, 'internet', 2)`.execute(db)
    await sql`insert into committed_plan (id, title, note, terms, who, committed_at, sealed) values (1, 'Kế hoạch', '', '{}', 'test', 1, 0)`.execute(
      db,
    )
    await sql`insert into committed_unit (plan_id, unit_id, name, block, order_no) values (1, 1, 'Sở', 'I', 1)`.execute(db)
    await sql`insert into committed_line (plan_id, pc_id, unit_id, name, verdict, findings, casing, memory, life, cost_dong)
      values (1, 1, 1, 'PC', 'mend', 1, 'desktop', 'ddr4', 'past', 5)`.execute(db)
    await sql`update committed_plan set sealed = 1`.execute(db)
  })
  const hash = await contentHash(database, 1)
  await database.write((db) => db.updateTable('frozen_report').set({ hash }).where('id', '=', 1).execute())
  return ledger
}

async function plant({ write, dialect }: Database, statement: string): Promise<void> {
  const [, trigger, table] = /^drop (\w+) on (\w+)$/.exec(statement) ?? []
  const text = trigger === undefined ? statement : `drop trigger ${trigger}${dialect.name === 'postgres' ? ` on ${table}` : ''}`
  await write((db) => sql.raw(text).execute(db))
}

for (const [engine, address] of Object.entries(ENGINES)) {
  test(`on ${engine} a good ledger holds every law, and each catches its sin`, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'somay-check-'))
    const database = await openDatabase(folder, await address())
    t.after(async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    })
    await goodLedger(database)
    const names = async () => (await checkLedger(database)).map(({ law }) => law.name)
    assert.deepEqual(await checkLedger(database), [])
    const untested = LAWS.map(({ name }) => name).filter((name) => !(name in SINS))
    assert.deepEqual(untested, ['sound-file'], 'every law has its sin')
    for (const [law, statements] of Object.entries(SINS)) {
      assert.equal((await names()).includes(law), false, `${law} is not broken before`)
      for (const statement of statements) await plant(database, statement)
      assert.ok((await names()).includes(law), `${law} was not caught`)
    }
  })
}

test('the command says in both languages what is wrong and what to do, and ends with 1; with 0 when all is well', async (t) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'somay-check-'))
  t.after(() => rmSync(dataFolder, { recursive: true, force: true }))
  const database = await openDatabase(dataFolder)
  // Whatever happens: an open ledger would keep the process.
  await goodLedger(database).finally(() => database.close())
  const good = await runCommand(['check', '--data', dataFolder])
  assert.deepEqual([good.code, /đều đúng.*laws hold/s.test(good.said)], [0, true], good.said)

  const ledger = join(dataFolder, 'ledger.db')
  // The head of the last page, which opening does not need.
  const file = openSync(ledger, 'r+')
  writeSync(file, Buffer.alloc(100, 0xee), 0, 100, statSync(ledger).size - 4_096)
  closeSync(file)
  const bad = await runCommand(['check', '--data', dataFolder])
  assert.equal(bad.code, 1, bad.said)
  assert.match(
    bad.said,
    /\[sound-file\]\n.*chỗ hỏng.*Khôi phục bản sao lưu.*\n.*damage the database itself finds.*Restore the latest backup/,
  )
})
