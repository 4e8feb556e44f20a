/** The collector's process: opens the ledger, migrates, listens, says where, and stops cleanly. */
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { adminFromEnvironment, firstLinkCode } from './access/first-administrator.ts'
import { buildApp } from './app.ts'
import { backUpByTheClock } from './backup/by-the-clock.ts'
import { checkTogether } from './config/fit-together.ts'
import type { Settings } from './config/settings.ts'
import { keepHouse } from './housekeeping.ts'
import { createLog } from './log.ts'
import { openDatabase } from './store/database.ts'
import { claimFolder } from './store/dialect/folder-claim.ts'
import { firstUnit } from './store/units.ts'
import { readPair } from './tls/read-pair.ts'
import { renewWithoutRestart } from './tls/renew.ts'

// After this the process ends whatever a hanging client still asks for.
const CLOSE_MS = 10_000

export async function serve(settings: Settings, say: (line: string) => void = console.log): Promise<void> {
  checkTogether(settings)
  const files = { certificate: settings.tlsCertificate, key: settings.tlsKey }
  const tls = files.certificate === '' ? undefined : await readPair(files)
  // Before anything is written: two of them would each keep their own memory of one ledger. PostgreSQL is made for several.
  const claim = settings.database === '' ? await claimFolder(settings.dataFolder, 'serving') : undefined
  const logger = createLog(settings.dataFolder, settings.logLevel)
  // Unheard it would end the process; with HTTPS the certificate is read anew, below.
  process.on('SIGHUP', () => {
    if (!tls) logger.info('told to reload; without HTTPS there is nothing to read anew')
  })
  const database = await openDatabase(settings.dataFolder, settings.database)
  const now = Date.now
  await firstUnit(database, dayText(dayOf(now(), settings.timeZone)))
  await adminFromEnvironment(database, settings.adminPassword, now())
  const backups = backUpByTheClock({ settings, logger, now })
  const app = await buildApp({ database, settings, logger, now, backups: backups.standing, tls })
  const address = await app.listen({ host: settings.host, port: settings.port })
  const url = settings.publicUrl === '' ? address : settings.publicUrl
  logger.info({ address, database: database.dialect.name }, 'listening')
  say(`Sổ Máy: ${url}`)
  const code = await firstLinkCode(database)
  if (code) say(`Tạo quản trị viên đầu tiên (liên kết dùng một lần) / First administrator (one-time link): ${url}/first?code=${code}`)

  const leaveHouse = keepHouse({ database, now, timeZone: settings.timeZone, logger })
  if (tls) renewWithoutRestart(app.server, files, { logger, now })
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    logger.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), CLOSE_MS).unref()
    await Promise.all([leaveHouse(), backups.end()])
    await app.close()
    await database.close()
    await claim?.release()
    process.exit(0)
  }
  // Whoever started the collector starts it again; a process that only refuses is worse than none.
  void database.broken.then((error) => {
    logger.fatal({ err: error }, 'the ledger can be written no more')
    console.error(error.message)
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal))
}
