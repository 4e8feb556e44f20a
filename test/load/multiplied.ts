/** A ledger of many more PCs than the demo fills in reasonable time: the PCs of a filled one over and over, with what plans read of them and nothing else. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { markOf } from '#collector/measuring/mark.ts'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { MEASURES } from '#collector/plan/measures/version.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { type Database, openDatabase } from '#collector/store/database.ts'
import { KEPT_COLUMNS, measuredBy } from '#collector/store/measures.ts'
import { fillOnce } from './list-figures.ts'

/** So many the demo fills itself. */
export const FILLED = 100_000

const folderOf = (pcs: number) => fileURLToPath(new URL(`../../.build/bench-${pcs}`, import.meta.url))

/**
 * The folder of a ledger of about so many PCs, made once: filled by the demo up to a hundred thousand, multiplied beyond. There are no facts behind the
 * multiplied, so that a collector must find them measured by its own code: else it would measure nothing of them, and they are made anew.
 */
export async function ledgerOf(pcs: number): Promise<string> {
  const folder = folderOf(pcs)
  if (pcs <= FILLED) {
    await fillOnce(folder, pcs)
    await inLedger(folder, measureOwn)
    return folder
  }
  if (existsSync(join(folder, 'ledger.db')) && (await inLedger(folder, isOwn))) return folder
  const filled = await ledgerOf(FILLED)
  rmSync(folder, { recursive: true, force: true })
  const half = `${folder}.half`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true })
  // Closing a ledger left everything in this one file.
  copyFileSync(join(filled, 'ledger.db'), join(half, 'ledger.db'))
  await inLedger(half, (database) => multiply(database, Math.round(pcs / FILLED)))
  renameSync(half, folder)
  return folder
}

async function inLedger<T>(folder: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(folder)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function isOwn(database: Database): Promise<boolean> {
  return (await measuredBy(database)) === markOf(MEASURES, BUILT_IN)
}

async function measureOwn(database: Database): Promise<void> {
  const startedAt = performance.now()
  const measured = await measurePcs(database, async () => BUILT_IN, { takesFrom: 'anyone' })
  if (measured > 0) console.log(`bench: measured ${Math.round((1_000 * measured) / (performance.now() - startedAt))} PCs a second`)
}

async function multiply({ read, write }: Database, times: number): Promise<void> {
  const { rows } = await sql<{ most: number }>`select max(id) as most from pc`.execute(read)
  const step = Number(rows[0]?.most ?? 0)
  const { rows: columns } = await sql<{
    name: string
  }>`select name from pragma_table_info('pc') where name not in ('id', 'unmeasured')`.execute(read)
  const names = columns.map(({ name }) => name).join(', ')
  const measures = Object.keys(KEPT_COLUMNS)
  for (let time = 1; time < times; time++)
    await write(async (db) => {
      await sql
        .raw(`insert into pc (id, unmeasured, ${names}) select id + ${time * step}, 0, ${names} from pc where id <= ${step}`)
        .execute(db)
      await sql
        .raw(
          `update pc_measure set ${measures.map((name) => `${name} = o.${name}`).join(', ')} from pc_measure o where o.pc_id = pc_measure.pc_id - ${time * step} and pc_measure.pc_id > ${time * step}`,
        )
        .execute(db)
    })
}
