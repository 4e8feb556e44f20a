/** Who is logged on: the owners of the desktops that run. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { inOrder } from '../order.ts'
import { rowsOf, type WindowsReading } from './inventory.ts'
import { numberOf, textOf } from './properties.ts'

const MAX_USERS = 64

/** Nobody logged on is an empty list, and a reading. Win32_Process.GetOwner answers 0 when it told the owner. */
export function parseSignedInUserOnWindows(windows: WindowsReading | undefined): FactBody<FactValue<'signed-in-user'>> {
  const rows = rowsOf(windows, 'signed-in-user', 'users')
  if (rows.kind !== 'read') return because(rows)
  if (rows.value.some((row) => numberOf(row, 'result') !== 0))
    return unknown('access-denied', 'another person’s desktop does not tell its owner')
  const found = new Map<string, { name: string; domain?: string }>()
  for (const row of rows.value) {
    const name = textOf(row, 'name')
    const domain = textOf(row, 'domain', 255)
    if (name !== undefined) found.set(`${domain ?? ''}\\${name}`.toLowerCase(), { name, ...(domain !== undefined && { domain }) })
  }
  const users = inOrder([...found.values()], ({ name, domain = '' }) => `${domain}\\${name}`)
  return { known: { users: users.slice(0, MAX_USERS) }, source: 'Win32_Process' }
}
