/** A ledger of many more PCs than the demo fills in reasonable time: the PCs of a filled one over and over, with what plans read of them and nothing else. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { type Database, openDatabase } from '#collector/store/database.ts'
import { MEASURE_COLUMNS } from '#collector/store/measures.ts'
import { fillOnce } from './list-figures.ts'

/** So many the demo fills itself. */
export const FILLED = 100_000

const folderOf = (pcs: number) => fileURLToPath(new URL(`../../.build/bench-${pcs}`, import.meta.url))

/** The folder of a ledger of about so many PCs, made once: filled by the demo up to a hundred thousand, multiplied beyond. */
export async function ledgerOf(pcs: number): Promise<string> {
  const folder = folderOf(pcs)
  if (pcs <= FILLED) {
    await fillOnce(folder, pcs)
    return folder
  }
  if (existsSync(join(folder, 'ledger.db'))) return folder
  const filled = await ledgerOf(FILLED)
  const half = `${folder}.half`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true })
  // Closing a ledger leaves everything in this one file.
  const ledger = await openDatabase(filled)
  await measurePcs(ledger, BUILT_IN)
  await ledger.close()
  copyFileSync(join(filled, 'ledger.db'), join(half, 'ledger.db'))
  const database = await openDatabase(half)
  try {
    await multiply(database, Math.round(pcs / FILLED))
  } finally {
    await database.close()
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(half, folder)
  return folder
}

async function multiply({ read, write }: Database, times: number): Promise<void> {
  const { rows } = await sql<{ most: number }>`select max(id) as most from pc`.execute(read)
  const step = Number(rows[0]?.most ?? 0)
  const { rows: columns } = await sql<{
    name: string
  }>`select name from pragma_table_info('pc') where name not in ('id', 'unmeasured')`.execute(read)
  const names = columns.map(({ name }) => name).join(', ')
  const measures = Object.keys(MEASURE_COLUMNS)
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
