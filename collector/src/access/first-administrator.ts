/** How the first administrator comes to be: by a password in the environment or by a link that works once. */
import { hashSecret, newSecret } from '../platform/secrets.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { createPerson, hasAdministrator } from '../store/people.ts'
import { takeSetting, writeSetting } from '../store/settings.ts'
import { hashPassword } from './passwords.ts'

const CODE_KEY = 'first-administrator-code'

/** The code for the one-time link, or undefined when there is an administrator already. Each call makes the earlier code void. */
export async function firstLinkCode(database: Database): Promise<string | undefined> {
  if (await hasAdministrator(database)) return undefined
  const code = newSecret('som_first')
  await writeSetting(database, CODE_KEY, hashSecret(code))
  return code
}

/** True when the code was right and is now used up. */
export async function takeFirstLinkCode(database: Database, code: string): Promise<boolean> {
  if (await hasAdministrator(database)) return false
  return takeSetting(database, CODE_KEY, hashSecret(code))
}

/** Makes the user `admin` when a password is given and nobody administers yet. */
export async function adminFromEnvironment(database: Database, password: string, at: number): Promise<void> {
  if (password === '' || (await hasAdministrator(database))) return
  const userName = 'admin'
  await createPerson(database, { userName, role: 'administrator', passwordHash: await hashPassword(password, userName), at, scope: 'all' })
}
