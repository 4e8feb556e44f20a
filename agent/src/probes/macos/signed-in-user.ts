/** Who is logged on at a Mac: the owner of its console. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { type MacReading, textOf } from './profile.ts'

/** Accounts of persons are numbered from here; below are root, who owns the console while nobody is logged on, and the setup assistant. */
const FIRST_PERSON = 500

/** Nobody logged on is an empty list, and a reading. Sessions in the background of "fast user switching" are not told. */
export function parseSignedInUserOnMac(mac: MacReading | undefined): FactBody<FactValue<'signed-in-user'>> {
  const owner = textOf(mac, 'console')
  if (owner.kind !== 'read') return because(owner)
  const [, id, name] = /^(\d+) (\S.*)$/.exec(owner.value.trim()) ?? []
  if (id === undefined || name === undefined) return unknown('failed', '/dev/console: its owner is not understood')
  return { known: { users: Number(id) < FIRST_PERSON ? [] : [{ name: name.slice(0, 200) }] }, source: 'owner of /dev/console' }
}
