/** The collector's command line: picks the command, reads its flags, and turns a refusal into one sentence. */
import { parseArgs } from 'node:util'
import { COMMANDS, usage } from './commands/index.ts'
import { refusalOf } from './refusal.ts'

// The ledger holds password hashes and keys: what this process makes is its owner's alone.
process.umask(0o077)

const [name = 'serve', ...rest] = process.argv.slice(2)

async function main(): Promise<number> {
  if (name === 'help' || name === '--help') {
    console.log(usage())
    return 0
  }
  const wanted = rest[0] !== undefined && `${name} ${rest[0]}` in COMMANDS ? `${name} ${rest[0]}` : name
  const command = COMMANDS[wanted]
  if (!command) {
    console.error(`There is no command "${name}".\n${usage()}`)
    return 2
  }
  const args = wanted === name ? rest : rest.slice(1)
  const { values } = parseArgs({ args, options: command.flags, allowPositionals: false })
  await command.run(values as Record<string, string | undefined>)
  return 0
}

try {
  const code = await main()
  // A command that found something to tell of has set its own.
  process.exitCode ||= code
} catch (error) {
  console.error(refusalOf(error))
  // At once: the thread that writes would keep a process alive that never began to serve.
  process.exit(1)
}
