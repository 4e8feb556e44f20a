/** The commands of the collector; one line here makes a command part of it. */
import type { ParseArgsOptionsConfig } from 'node:util'
import { backupCommand } from './backup.ts'
import { checkCommand } from './check.ts'
import { countRuleChange, countRuleCommand } from './count-rule.ts'
import { countsCommand } from './counts.ts'
import { demoCommand, demoReorganisation } from './demo.ts'
import { enrolTokenCommand } from './enrol-token.ts'
import { firstLinkCommand } from './first-link.ts'
import { importBundleCommand } from './import-bundle.ts'
import { personCreation, personEnd, personList, personPassword } from './person.ts'
import { planCommand } from './plan.ts'
import { referenceImport, referenceShow } from './reference.ts'
import { releaseAdd, releaseList, releaseRemove } from './release.ts'
import { restoreCommand } from './restore.ts'
import { serveCommand } from './serve.ts'
import { tlsMakeCommand } from './tls-make.ts'
import { tokenCommand } from './token.ts'
import { enrolTokenList, enrolTokenRevocation, tokenList, tokenRevocation } from './tokens.ts'
import { updateKeyMake } from './update-key.ts'

export type Command = {
  readonly summary: string
  readonly flags: ParseArgsOptionsConfig
  run(values: Readonly<Record<string, string | undefined>>): Promise<void>
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  demo: demoCommand,
  'demo reorganise': demoReorganisation,
  backup: backupCommand,
  restore: restoreCommand,
  check: checkCommand,
  'tls make': tlsMakeCommand,
  counts: countsCommand,
  plan: planCommand,
  'reference show': referenceShow,
  'reference import': referenceImport,
  'update-key make': updateKeyMake,
  'release add': releaseAdd,
  'release list': releaseList,
  'release remove': releaseRemove,
  'count-rule show': countRuleCommand,
  'count-rule change': countRuleChange,
  'first-link': firstLinkCommand,
  'import-bundle': importBundleCommand,
  'person list': personList,
  'person create': personCreation,
  'person password': personPassword,
  'person disable': personEnd,
  'token create': tokenCommand,
  'token list': tokenList,
  'token revoke': tokenRevocation,
  'enrol-token create': enrolTokenCommand,
  'enrol-token list': enrolTokenList,
  'enrol-token revoke': enrolTokenRevocation,
}

export function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, command]) => {
    const flags = Object.keys(command.flags).map((flag) => `[--${flag} ...]`)
    return `  ${name.padEnd(20)} ${command.summary}\n${' '.repeat(23)}${flags.join(' ')}`
  })
  return `somay-collector <command>\n${lines.join('\n')}`
}
