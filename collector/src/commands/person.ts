/** `person ...`: who may log in, for whoever sits at the collector; a password is taken from SOMAY_NEW_PASSWORD, or made and shown once. */
import { USER_NAME_PATTERN } from '@somay/shared/api/people.ts'
import { ROLES, type Role } from '@somay/shared/api/session.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { hashPassword, newPassword } from '../access/passwords.ts'
import { SettingRefused } from '../config/read-settings.ts'
import type { Database } from '../store/database.ts'
import { listPeople } from '../store/listed-people.ts'
import { createPerson } from '../store/people.ts'
import { changePassword, changePerson, idOfPerson } from '../store/person-changes.ts'
import { caller } from './caller.ts'
import type { Command } from './index.ts'
import { STORE_FLAGS, withLedger } from './settings-flags.ts'
import { wholeNumber } from './token.ts'

type Values = Readonly<Record<string, string | undefined>>

const USER = { ...STORE_FLAGS, user: { type: 'string' as const } }

export const personList: Command = {
  summary: 'list who may log in',
  flags: STORE_FLAGS,
  async run(values) {
    for (const { userName, role, disabled } of await withLedger(values, (database) => listPeople(database, Date.now())))
      console.log([userName, role, ...(disabled ? ['đã khóa / disabled'] : [])].join('  '))
  },
}

export const personCreation: Command = {
  summary: 'let somebody log in (--user NAME --role viewer --units 3,4; all units unless named)',
  flags: { ...USER, role: { type: 'string' }, units: { type: 'string' } },
  async run(values) {
    const { role = 'viewer', units } = values
    if (!ROLES.includes(role as Role))
      refuse(`--role phải là một trong: ${ROLES.join(', ')}.`, `--role must be one of ${ROLES.join(', ')}.`)
    const { password, shown } = givenPassword()
    const person = {
      userName: newUserOf(values),
      role: role as Role,
      passwordHash: await hashPassword(password, newUserOf(values)),
      at: Date.now(),
      who: caller(),
      scope: units === undefined ? ('all' as const) : units.split(',').map((unit) => wholeNumber('units', unit)),
    }
    const made = await withLedger(values, (database) => createPerson(database, person))
    if (made === undefined) refuse('Tên đăng nhập này đã có.', 'This user name is taken.')
    console.log(shown)
  },
}

export const personPassword: Command = {
  summary: 'give somebody a new password (--user NAME); ends their sessions',
  flags: USER,
  async run(values) {
    const { password, shown } = givenPassword()
    const passwordHash = await hashPassword(password, userOf(values))
    await change(values, (database, id) => changePassword(database, id, { passwordHash, mustChange: false }, by()))
    console.log(shown)
  },
}

export const personEnd: Command = {
  summary: 'let somebody log in no more (--user NAME); ends their sessions',
  flags: USER,
  async run(values) {
    await change(values, (database, id) => changePerson(database, id, { disabled: true }, by()))
    console.log(`Đã khóa / disabled: ${userOf(values)}`)
  },
}

const by = () => ({ who: caller(), at: Date.now() })

async function change(values: Values, deed: (database: Database, id: number) => Promise<boolean>): Promise<void> {
  const done = await withLedger(values, async (database) => {
    const id = await idOfPerson(database, userOf(values))
    return id !== undefined && (await deed(database, id))
  })
  if (!done) refuse('Không có ai tên như vậy; xem person list.', 'Nobody has this name; see person list.')
}

function givenPassword(): { password: string; shown: string } {
  const given = process.env.SOMAY_NEW_PASSWORD
  if (given !== undefined) return { password: given, shown: 'Xong. / Done.' }
  const password = newPassword()
  return { password, shown: password }
}

/** As the pages take it: a name with blanks could pass for a script's or a command's. */
function newUserOf(values: Values): string {
  const user = userOf(values)
  if (!new RegExp(USER_NAME_PATTERN).test(user))
    refuse(
      '--user: chỉ gồm a-z, 0-9, dấu chấm, gạch dưới, gạch ngang; tối đa 50 ký tự, bắt đầu bằng chữ hoặc số.',
      '--user: a-z, 0-9, dot, underscore and hyphen alone; at most 50, beginning with a letter or digit.',
    )
  return user
}

function userOf({ user }: Values): string {
  if (user === undefined || user.trim() === '') refuse('Cần --user TÊN.', '--user NAME is needed.')
  return user.trim()
}

function refuse(vi: Words['vi'], en: Words['en']): never {
  throw new SettingRefused({ vi, en })
}
