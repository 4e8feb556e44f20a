/** The collector's log, a file in the data folder: when it cannot be written, that costs lines of it and never the collector. */
import { join } from 'node:path'
import { type Logger, pino } from 'pino'

// Secrets never reach a log, whoever adds a field carelessly.
const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  '*.password',
  '*.token',
  '*.credential',
  '*.adminPassword',
  'body.password',
  'body.token',
]

// What is kept for later while the disk is full; beyond it lines are dropped.
const MAX_UNWRITTEN_CHARACTERS = 256 * 1024

export type Complain = (sentence: string) => void

export function createLog(dataFolder: string, level: string, complain: Complain = console.error): Logger {
  const path = join(dataFolder, 'collector.log')
  // Written at once: a file flushed later is tried for ever at the exit when the disk is full, and loses the last lines of a crash.
  const file = pino.destination({ dest: path, mkdir: true, sync: true, maxLength: MAX_UNWRITTEN_CHARACTERS })
  let isBroken = false
  file.on('error', (error: NodeJS.ErrnoException) => {
    if (!isBroken) complain(`${path}: ${error.message}`)
    isBroken = true
  })
  file.on('drain', () => {
    isBroken = false
  })
  return pino({ level, redact: REDACTED }, file)
}
