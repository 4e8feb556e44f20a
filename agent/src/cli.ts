/** The door of the agent: reads the command line and opens one room; each command is loaded only when called. */
import { constants } from 'node:os'
import { parseArgs } from 'node:util'
import type { Language } from '@somay/shared/text/words.ts'
import type { Call } from './commands/call.ts'
import { EXIT } from './commands/exit-codes.ts'
import { staySmall } from './platform/stay-small.ts'
import { HELP, languageFrom, WORDS } from './words.ts'

// `run` stays resident, so it must not share a load with the others. `child` is not in the help: `run` alone starts it.
const COMMANDS: Record<string, () => Promise<(call: Call) => Promise<number>>> = {
  run: async () => (await import('./commands/run.ts')).run,
  once: async () => (await import('./commands/index.ts')).once,
  enrol: async () => (await import('./commands/index.ts')).enrol,
  bundle: async () => (await import('./commands/index.ts')).bundle,
  status: async () => (await import('./commands/index.ts')).status,
  'show-sent': async () => (await import('./commands/index.ts'))['show-sent'],
  window: async () => (await import('./commands/index.ts')).window,
  child: async () => (await import('./commands/index.ts')).child,
}

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const
const OPTIONS = {
  collector: text,
  token: text,
  state: text,
  proxy: text,
  'ca-file': text,
  'unit-code': text,
  log: text,
  language: text,
  out: text,
  print: yes,
  json: yes,
  again: yes,
  tray: yes,
  help: { ...yes, short: 'h' },
} as const

staySmall()
// A log nobody reads any more must not end the agent.
process.stderr.on('error', () => undefined)
process.exit(await said(await main(process.argv.slice(2))))

async function main(args: string[]): Promise<number> {
  const fallback = languageFrom(undefined, process.env)
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
    const language = languageFrom(values.language, process.env)
    if (language === undefined && values.language !== undefined) return refuse(WORDS.languageUnknown('vi', values.language))
    const [name, ...rest] = positionals
    if (values.help || name === undefined) {
      process.stdout.write(`${language ? HELP[language] : `${HELP.vi}\n${HELP.en}`}\n`)
      return values.help ? EXIT.done : EXIT.usage
    }
    const spoken: Language = language ?? 'vi'
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!command || rest.length > 0) return refuse(WORDS.commandUnknown(spoken, [name, ...rest].join(' ')))
    const { print = false, json = false, again = false, tray = false, language: _language, help: _help, ...flags } = values
    if (name !== 'run') {
      endWhenTold()
      // Whoever listened may have gone (`| head`); the work is done all the same.
      process.stdout.on('error', () => undefined)
    }
    return await (await command())({ flags, print, json, again, tray, language: spoken, environment: process.env })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))
      return refuse(WORDS.argumentsWrong(fallback ?? 'vi', (error as Error).message))
    throw error
  }
}

/** Waits until a slow reader took what was written to a pipe: an exit would cut it off. */
function said(code: number): Promise<number> {
  return new Promise((resolve) => process.stdout.write('', () => resolve(code)))
}

/** `run` stops by itself. The others just end, by an exit that takes along what they started; 128 and the signal's number is how shells say it. */
function endWhenTold(): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => process.exit(128 + constants.signals[signal]))
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return EXIT.usage
}
