/** A small log: one JSON line per event on stderr, below the set level nothing. Error means someone must act; a healthy day has none. */

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export type Log = Record<LogLevel, (message: string, about?: Record<string, unknown>) => void>

export function createLog(level: LogLevel, write: (line: string) => void = (line) => void process.stderr.write(line)): Log {
  const at = (own: LogLevel) => (message: string, about?: Record<string, unknown>) => {
    if (LOG_LEVELS.indexOf(own) > LOG_LEVELS.indexOf(level)) return
    write(`${JSON.stringify({ at: new Date().toISOString(), level: own, message, ...about })}\n`)
  }
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') }
}
