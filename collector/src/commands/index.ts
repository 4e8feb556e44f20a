/** The commands of the collector; one line here makes a command part of it. */
import type { ParseArgsOptionsConfig } from 'node:util'
import { demoCommand } from './demo.ts'
import { enrolTokenCommand } from './enrol-token.ts'
import { firstLinkCommand } from './first-link.ts'
import { serveCommand } from './serve.ts'
import { tokenCommand } from './token.ts'

export type Command = {
  readonly summary: string
  readonly flags: ParseArgsOptionsConfig
  run(values: Readonly<Record<string, string | undefined>>): Promise<void>
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  demo: demoCommand,
  'first-link': firstLinkCommand,
  'token create': tokenCommand,
  'enrol-token create': enrolTokenCommand,
}

export function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, command]) => {
    const flags = Object.keys(command.flags).map((flag) => `[--${flag} ...]`)
    return `  ${name.padEnd(20)} ${command.summary}\n${' '.repeat(23)}${flags.join(' ')}`
  })
  return `somay-collector <command>\n${lines.join('\n')}`
}
