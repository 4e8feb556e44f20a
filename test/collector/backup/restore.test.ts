/** A restored ledger answers as the one that was backed up; a collector that runs, a file that is none and a newer ledger are refused and nothing changes. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { zstdCompressSync } from 'node:zlib'
import { sql } from 'kysely'
import { openDatabase } from '#collector/store/database.ts'
import type { Counts } from '#shared/api/counts.ts'
import { temporaryFolder } from '../../agent/temporary-folder.ts'
import { runCommand } from '../../collector-command.ts'
import { startCollector } from '../../collector-process.ts'
import { loggedIn } from '../../http-client.ts'
import { enrolledPcs } from '../../journey/enrolled-pcs.ts'
import { sendReport } from '../../journey/sent-report.ts'
import { makeReport } from '../../make-report.ts'

test('in an empty folder it serves the same counts, and over another ledger that one is kept', async (t) => {
  const folder = temporaryFolder(t)
  const dataFolder = join(folder, 'data')
  const pcs = await enrolledPcs(dataFolder, 20)
  const collector = await startCollector(t, { dataFolder })
  for (const { credential } of pcs.slice(0, 12)) await sendReport(collector.url, credential, makeReport({ takenAt: Date.now() }))
  const answers = async (running: { url: string; adminPassword: string }) => {
    const client = await loggedIn(running.url, 'admin', running.adminPassword)
    const { total, rows, asOf } = (await client.get('/api/v1/counts')).json<Counts>()
    // What the PCs are is measured beside, by each collector when it comes to it.
    const figures = rows.map((row) => [row.name, row.figures])
    return [asOf, total, figures, { ...(await client.get('/api/v1/pcs')).json<object>(), at: 'asked' }]
  }
  const served = await answers(collector)
  const file = join(folder, 'ledger.db.zst')
  assert.equal((await runCommand(['backup', '--data', dataFolder, '--out', file])).code, 0)

  const running = await runCommand(['restore', '--data', dataFolder, '--from', file])
  assert.deepEqual([running.code, /đang được dùng.*in use/s.test(running.said)], [1, true], running.said)

  const elsewhere = join(folder, 'elsewhere')
  const empty = await runCommand(['restore', '--data', elsewhere, '--from', file])
  assert.deepEqual([empty.code, /20 máy, 12 lượt báo/.test(empty.said)], [0, true], empty.said)
  const second = await startCollector(t, { dataFolder: elsewhere })
  assert.deepEqual(await answers(second), served)
  await second.stop()

  // What came after the backup is gone with it, and kept beside.
  for (const { credential } of pcs.slice(12)) await sendReport(collector.url, credential, makeReport({ takenAt: Date.now() }))
  await collector.stop()
  const over = await runCommand(['restore', '--data', dataFolder, '--from', file])
  assert.equal(over.code, 0, over.said)
  const [kept = ''] = readdirSync(dataFolder).filter((name) => name.startsWith('replaced-'))
  const counted = async (where: string) => {
    const database = await openDatabase(where)
    try {
      const { n } = await database.read
        .selectFrom('report')
        .select((row) => row.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      const sessions = await database.read.selectFrom('session').select('id').execute()
      return [n, sessions.length]
    } finally {
      await database.close()
    }
  }
  assert.deepEqual(await counted(dataFolder), [12, 0], 'everybody logs in anew')
  assert.equal((await counted(join(dataFolder, kept)))[0], 20)
})

test('a log whose ledger was taken away is kept beside, and not played into the restored one', async (t) => {
  const folder = temporaryFolder(t)
  const dataFolder = join(folder, 'data')
  const [first, second] = await enrolledPcs(dataFolder, 2)
  const file = join(folder, 'ledger.db.zst')
  assert.equal((await runCommand(['backup', '--data', dataFolder, '--out', file])).code, 0)
  const collector = await startCollector(t, { dataFolder })
  for (const pc of [first, second]) await sendReport(collector.url, pc?.credential ?? '', makeReport({ takenAt: Date.now() }))
  // As a power cut leaves it: what came last stands in the log alone.
  const log = readFileSync(join(dataFolder, 'ledger.db-wal'))
  await collector.stop()
  rmSync(join(dataFolder, 'ledger.db'))
  writeFileSync(join(dataFolder, 'ledger.db-wal'), log)
  const restored = await runCommand(['restore', '--data', dataFolder, '--from', file])
  assert.deepEqual([restored.code, /2 máy, 0 lượt báo/.test(restored.said)], [0, true], restored.said)
  const [kept = ''] = readdirSync(dataFolder).filter((name) => name.startsWith('replaced-'))
  assert.deepEqual(readFileSync(join(dataFolder, kept, 'ledger.db-wal')), log)
  const database = await openDatabase(dataFolder)
  const reports = await database.read.selectFrom('report').select('pc_id').execute()
  await database.close()
  assert.deepEqual(reports, [])
})

test('what is no backup, is damaged or comes from a newer product is refused, and the ledger stays as it was', async (t) => {
  const folder = temporaryFolder(t)
  const dataFolder = join(folder, 'data')
  await enrolledPcs(dataFolder, 3)
  const file = join(folder, 'ledger.db.zst')
  assert.equal((await runCommand(['backup', '--data', dataFolder, '--out', file])).code, 0)
  const packed = readFileSync(file)
  const damaged = Buffer.from(packed)
  damaged[packed.length >> 1] = (damaged[packed.length >> 1] as number) ^ 0xff
  const newer = join(folder, 'of-tomorrow')
  const database = await openDatabase(newer)
  await database.write(async (db) => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '')`.execute(db)
  })
  await database.close()
  const before = readFileSync(join(dataFolder, 'ledger.db'))
  const wrong: readonly (readonly [string, Buffer | string, RegExp])[] = [
    ['text', 'no backup at all', /không phải bản sao lưu.*no usable backup/s],
    ['half', packed.subarray(0, packed.length >> 1), /no usable backup/],
    ['damaged', damaged, /no usable backup/],
    ['other', zstdCompressSync(Buffer.from('no ledger')), /no usable backup/],
    ['newer', zstdCompressSync(readFileSync(join(newer, 'ledger.db'))), /mới hơn.*newer version/s],
  ]
  for (const [name, content, sentence] of wrong) {
    writeFileSync(join(folder, name), content)
    const { code, said } = await runCommand(['restore', '--data', dataFolder, '--from', join(folder, name)])
    assert.equal(code, 1, said)
    assert.match(said, sentence)
    assert.doesNotMatch(said, /\n\s+at /)
  }
  assert.deepEqual(readFileSync(join(dataFolder, 'ledger.db')), before)
  assert.deepEqual(readdirSync(dataFolder).sort(), ['in-use.lock', 'ledger.db'])

  const started = await runCommand(['first-link', '--data', newer])
  assert.deepEqual([started.code, /phiên bản mới hơn.*9999-of-tomorrow/s.test(started.said)], [1, true], started.said)
})
