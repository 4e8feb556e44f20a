/** The second thing asked of people who set one: a code of their authenticator, or one of their recovery codes. */
import { randomBytes } from 'node:crypto'
import { Problem } from '../platform/problem.ts'
import type { Database } from '../store/dialect/dialect.ts'
import type { Person } from '../store/people.ts'
import { takeRecoveryCode, takeStep } from '../store/second-factors.ts'
import { totpStepOf } from './totp.ts'

const RECOVERY_CODES = 10
const RECOVERY_BYTES = 10

/** Returns when the code opens, or none is asked for; each code opens once. */
export async function passSecondFactor(database: Database, person: Person, code: string | undefined, at: number): Promise<void> {
  if (person.totpSecret === undefined) return
  if (code === undefined) throw new Problem('second-factor-needed')
  const step = totpStepOf(person.totpSecret, code, at)
  const passed = step === undefined ? await takeRecoveryCode(database, person.id, code) : await takeStep(database, person.id, step)
  if (!passed) throw new Problem('second-factor-wrong')
}

/** In groups, so that they can be copied from paper. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    (
      randomBytes(RECOVERY_BYTES)
        .toString('hex')
        .match(/.{1,5}/g) ?? []
    ).join('-'),
  )
}
