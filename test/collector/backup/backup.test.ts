/** A backup made while reports come in is the ledger as it was between two of them, and nobody ever finds half of one. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { restore } from '#collector/backup/restore.ts'
import { type Database, openDatabase } from '#collector/store/database.ts'
import { smallDisk } from '../../agent/small-disk.ts'
import { temporaryFolder } from '../../agent/temporary-folder.ts'
import { runCommand, startCommand } from '../../collector-command.ts'
import { startCollector } from '../../collector-process.ts'
import { enrolledPcs } from '../../journey/enrolled-pcs.ts'
import { sendReport } from '../../journey/sent-report.ts'
import { known, makeReport } from '../../make-report.ts'
import { until } from '../../until.ts'

const nothingHalf = (folder: string) => assert.deepEqual(readdirSync(join(folder, '.somay-backup')), ['in-use.lock'])

async function inLedger<T>(dataFolder: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(dataFolder)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

test('under a load of reports it holds all that were acknowledged before it began, and of the later ones the first so many', async (t) => {
  const folder = temporaryFolder(t)
  const dataFolder = join(folder, 'data')
  const [pc] = await enrolledPcs(dataFolder, 1)
  assert.ok(pc)
  const collector = await startCollector(t, { dataFolder })
  const acknowledged: string[] = []
  const send = async () => {
    const report = makeReport({ takenAt: Date.now(), facts: { system: known('system', { serial: `NO-${acknowledged.length}` }) } })
    const sent = await sendReport(collector.url, pc.credential, report)
    assert.equal(sent.kind, 'acknowledged')
    acknowledged.push(report.id)
  }
  while (acknowledged.length < 50) await send()
  const out = join(folder, 'ledger.db.zst')
  const before = acknowledged.length
  let ended: { code: number | null; said: string } | undefined
  const backup = runCommand(['backup', '--data', dataFolder, '--out', out]).then((end) => {
    ended = end
  })
  while (ended === undefined) await send()
  await backup
  assert.equal(ended.code, 0, ended.said)
  t.diagnostic(`${acknowledged.length - before} reports were acknowledged while it was made`)
  assert.ok(acknowledged.length > before, 'reports went on')
  nothingHalf(folder)

  const again = join(folder, 'again')
  await restore({ dataFolder: again, from: out, who: 'test', at: Date.now() })
  await inLedger(again, async ({ read }) => {
    const stored = new Set((await read.selectFrom('report').select('id').execute()).map(({ id }) => id))
    const held = acknowledged.filter((id) => stored.has(id))
    assert.ok(held.length >= before, 'what was acknowledged before is in it')
    assert.deepEqual(held, acknowledged.slice(0, held.length), 'no report without those before it')
    assert.ok(stored.size <= held.length + 1, 'at most one that was on its way is not acknowledged')
    const contact = await read.selectFrom('pc_contact').select('report_count').executeTakeFirstOrThrow()
    assert.equal(contact.report_count, stored.size, 'no report is half in it')
  })
  await inLedger(dataFolder, async ({ read }) => {
    const deeds = await read.selectFrom('event').select(['detail', 'kind']).where('kind', '=', 'backup-made').execute()
    assert.equal(deeds.length, 1)
    assert.match(deeds[0]?.detail ?? '', /"file":"ledger.db.zst".*"sha256":"[0-9a-f]{64}","pcs":1/)
  })
})

test('killed in the middle it leaves the earlier backup as it was, and the next one clears up', async (t) => {
  const folder = temporaryFolder(t)
  const dataFolder = join(folder, 'data')
  await enrolledPcs(dataFolder, 1)
  // So large that the middle lasts a while.
  await inLedger(dataFolder, (database) =>
    database.write(async (db) => {
      await sql`insert into fact_body (hash, encoding, body) with recursive n(i) as (select 1 union all select i + 1 from n where i < 80)
        select randomblob(32), 0, randomblob(1000000) from n`.execute(db)
    }),
  )
  const backups = join(folder, 'backups')
  const workshop = join(backups, '.somay-backup')
  mkdirSync(workshop, { recursive: true })
  const out = join(backups, 'ledger.db.zst')
  writeFileSync(out, 'the earlier one')
  const { child, ended } = startCommand(['backup', '--data', dataFolder, '--out', out])
  const watching = watch(workshop, (_, name) => name === 'packed.part' && child.kill('SIGKILL'))
  t.after(() => watching.close())
  const { code, said } = await ended
  assert.equal(code, null, said)
  assert.equal(readFileSync(out, 'utf8'), 'the earlier one')
  assert.ok(readdirSync(workshop).includes('copy.part'), 'it was in the middle')

  const next = await runCommand(['backup', '--data', dataFolder, '--out', out])
  assert.equal(next.code, 0, next.said)
  nothingHalf(backups)
  assert.notEqual(readFileSync(out).toString('latin1', 0, 15), 'the earlier one')
})

test('it does not begin where it would fill the disk, where there is no ledger, or without a name', async (t) => {
  const folder = temporaryFolder(t)
  const dataFolder = join(folder, 'data')
  await enrolledPcs(dataFolder, 1)
  const nameless = await runCommand(['backup', '--data', dataFolder])
  assert.deepEqual([nameless.code, /Cần --out.*--out takes/s.test(nameless.said)], [1, true], nameless.said)
  const nowhere = await runCommand(['backup', '--data', join(folder, 'nowhere'), '--out', join(folder, 'x')])
  assert.deepEqual(
    [nowhere.code, /--data/.test(nowhere.said), existsSync(join(folder, 'nowhere/ledger.db'))],
    [1, true, false],
    nowhere.said,
  )
  const elsewhere = await runCommand(['backup', '--database', 'postgres://a:b@127.0.0.1:1/c', '--out', join(folder, 'x')])
  assert.match(elsewhere.said, /pg_dump/)
  const disk = smallDisk(t, '64m')
  if (disk === undefined) return t.skip('NOT RUN: mounting a small disk takes Linux and root')
  const full = await runCommand(['backup', '--data', dataFolder, '--out', join(disk, 'ledger.db.zst')])
  assert.equal(full.code, 1)
  assert.match(full.said, /Không đủ chỗ.*cần \d+ MB, còn \d+ MB.*Too little room/s)
  assert.equal(existsSync(join(disk, 'ledger.db.zst')), false)
})

test('by the clock the missed one is made at the start, once; the oldest go and nothing else does', async (t) => {
  const folder = temporaryFolder(t)
  const backups = join(folder, 'backups')
  mkdirSync(backups)
  const old = ['somay-20260101T020000Z.db.zst', 'somay-20260102T020000Z.db.zst', 'somay-20260103T020000Z.db.zst']
  for (const name of [...old, 'somay.db.zst', 'letter.docx']) writeFileSync(join(backups, name), '')
  const options = { dataFolder: join(folder, 'data'), environment: { SOMAY_BACKUP_FOLDER: backups, SOMAY_BACKUPS_KEPT: '2' } }
  const visible = () => readdirSync(backups).filter((name) => !name.startsWith('.'))
  const logged = () => readFileSync(join(options.dataFolder, 'collector.log'), 'utf8')
  const first = await startCollector(t, options)
  await until('the missed backup is made', () => /backup made/.test(logged()))
  const [ofToday, ...rest] = visible()
    .filter((name) => name !== 'letter.docx' && name !== 'somay.db.zst')
    .reverse()
  assert.match(ofToday ?? '', /^somay-\d{8}T\d{6}Z\.db\.zst$/)
  assert.deepEqual(rest, ['somay-20260103T020000Z.db.zst'])
  assert.equal(visible().length, 4)
  await first.stop()
  const made = visible()
  const second = await startCollector(t, options)
  await second.stop()
  assert.deepEqual(visible(), made)
})
