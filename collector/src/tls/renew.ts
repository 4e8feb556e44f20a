/** Takes a renewed certificate into use when its files change, without a restart, and says in the log when one is about to end. */
import { unwatchFile, watchFile } from 'node:fs'
import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Logger } from 'pino'
import { type PairFiles, readPair } from './read-pair.ts'

// Asked by name and not by events: renewing programs exchange links and whole folders, and network disks tell of nothing.
const LOOK_EVERY_MS = 5_000
const DAY_MS = 86_400_000
const WARN_DAYS = 30

type Watching = { readonly logger: Logger; readonly now: () => number }

/** Ends with the server. On SIGHUP, which `systemctl reload` sends, the files are read at once. */
export function renewWithoutRestart(server: HttpServer, files: PairFiles, { logger, now }: Watching): void {
  const secure = server as HttpsServer
  const take = () =>
    readPair(files).then(
      ({ certificate, key, endsAt }) => {
        secure.setSecureContext({ cert: certificate, key })
        logger.info({ endsAt: new Date(endsAt) }, 'the certificate was read anew')
        warn(endsAt)
      },
      // Between the exchange of one file and the other they do not belong together; the second brings us here again.
      (error: Error) => logger.warn({ err: error }, 'the certificate could not be read anew; the one before goes on'),
    )
  const warn = (endsAt: number) => {
    const days = Math.floor((endsAt - now()) / DAY_MS)
    if (days < WARN_DAYS) logger.warn({ days }, 'the certificate is about to end, or has ended')
  }
  const changed = () => void take()
  for (const path of Object.values(files)) watchFile(path, { interval: LOOK_EVERY_MS, persistent: false }, changed)
  process.on('SIGHUP', changed)
  const daily = setInterval(() => void readPair(files).then(({ endsAt }) => warn(endsAt), changed), DAY_MS).unref()
  void readPair(files).then(({ endsAt }) => warn(endsAt), changed)
  server.once('close', () => {
    for (const path of Object.values(files)) unwatchFile(path, changed)
    process.off('SIGHUP', changed)
    clearInterval(daily)
  })
}
