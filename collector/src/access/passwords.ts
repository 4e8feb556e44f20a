/** Passwords as argon2id texts, a few at a time so that a storm of log-ins cannot take the processor from the reports. */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { fold } from '@somay/shared/text/fold.ts'
import { Problem } from '../platform/problem.ts'

export const MIN_PASSWORD_LENGTH = 10

// OWASP password storage cheat sheet: argon2id with 19 MiB, 2 passes, 1 lane (45 ms here).
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 2
// A second and a half of work; whoever comes then is told to come again.
const MOST_WAITING = 64
const RETRY_SECONDS = 5

const NEW_BYTES = 12

let running = 0
const waiting: (() => void)[] = []

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE && waiting.length >= MOST_WAITING) throw new Problem('overloaded', undefined, RETRY_SECONDS)
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

/** One to be handed over, and changed by whoever got it. */
export function newPassword(): string {
  return randomBytes(NEW_BYTES).toString('base64url')
}

/** `userName`: whose it is to be. */
export async function hashPassword(password: string, userName: string): Promise<string> {
  const plain = password.normalize('NFC')
  if ([...plain].length < MIN_PASSWORD_LENGTH) throw new Problem('password-too-short')
  if (new Set(plain).size === 1 || repeats(fold(plain), fold(userName))) throw new Problem('password-guessable')
  return oneOfFew(() => hash(password.normalize('NFC'), PARAMETERS))
}

/** Names of a syllable stand in whole sentences by chance. */
const LEAST_NAME = 3

function repeats(password: string, userName: string): boolean {
  return userName.length >= LEAST_NAME && password.split(userName).length > 2
}

/** With no such person the same work is done on a hash nobody's password fits, so that the time does not tell who exists. */
export async function passwordFits(password: string, passwordHash: string | undefined): Promise<boolean> {
  const against = passwordHash ?? (await hashOfNobody())
  const fits = await oneOfFew(() => verify(against, password.normalize('NFC')))
  return fits && passwordHash !== undefined
}

let nobody: Promise<string> | undefined

function hashOfNobody(): Promise<string> {
  nobody ??= hash(crypto.randomUUID(), PARAMETERS)
  return nobody
}
