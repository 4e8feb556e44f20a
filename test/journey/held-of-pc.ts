/** What the ledger holds of one PC, read straight from its tables, beside a running collector or after it. */
import { openDatabase } from '#collector/store/database.ts'

export async function heldOf(pcId: number, dataFolder: string, address = '') {
  const database = await openDatabase(dataFolder, address)
  try {
    const { read } = database
    const [pc, contact, facts, latest, presence, reports] = await Promise.all([
      read.selectFrom('pc').selectAll().where('id', '=', pcId).executeTakeFirstOrThrow(),
      read.selectFrom('pc_contact').selectAll().where('pc_id', '=', pcId).executeTakeFirstOrThrow(),
      read.selectFrom('pc_fact').selectAll().where('pc_id', '=', pcId).orderBy('since').orderBy('fact').execute(),
      read.selectFrom('pc_latest').selectAll().where('pc_id', '=', pcId).orderBy('fact').execute(),
      read.selectFrom('presence').selectAll().where('pc_id', '=', pcId).orderBy('month').execute(),
      read.selectFrom('report').selectAll().where('pc_id', '=', pcId).orderBy('id').execute(),
    ])
    // How often it changed since it was measured falls back to 0 by the clock.
    const { unmeasured: _, ...row } = pc
    return { row, contact, facts, latest, presence, reports }
  } finally {
    await database.close()
  }
}
