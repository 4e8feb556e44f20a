/** Seals what goes over a pipe where a stranger may stand in between (Windows): without the key from the agent's file it can be neither read nor made up. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Clocks are the same on both sides: it is one PC. */
const FRESH_MS = 60_000

/** What comes before a sealed answer; a refusal in the open begins with a brace. */
export const SEALED = 0x01

export type Question = { readonly text: string; readonly nonce: Buffer }

/** In hexadecimal digits. */
export function makeKey(): string {
  return randomBytes(KEY_BYTES).toString('hex')
}

export function isKey(text: string): boolean {
  return text.length === 2 * KEY_BYTES && /^[0-9a-f]+$/.test(text)
}

/** `line`: one line of base64, without its end. `nonce` is what the answer must be bound to. */
export function sealQuestion(key: string, text: string): { readonly line: string; readonly nonce: Buffer } {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, Buffer.from(key, 'hex'), nonce)
  const sealed = [nonce, cipher.update(`${Date.now()} ${text}`), cipher.final(), cipher.getAuthTag()]
  return { line: Buffer.concat(sealed).toString('base64'), nonce }
}

/** Undefined for what was sealed with another key, long ago, or was asked before: who listened in cannot ask it again. */
export function questionOpener(key: string, now = Date.now): (line: string) => Question | undefined {
  const seen = new Map<string, number>()
  return (line) => {
    const question = opened(key, Buffer.from(line, 'base64'), Buffer.alloc(0))
    const [, askedAt, text] = /^(\d{1,16}) (.*)$/s.exec(question?.text ?? '') ?? []
    if (!question || text === undefined || Math.abs(now() - Number(askedAt)) > FRESH_MS) return undefined
    for (const [nonce, at] of seen) if (Math.abs(now() - at) > 2 * FRESH_MS) seen.delete(nonce)
    const id = question.nonce.toString('hex')
    if (seen.has(id)) return undefined
    seen.set(id, now())
    return { text, nonce: question.nonce }
  }
}

/** Piece by piece: answers can be megabytes. */
export async function* sealAnswer(key: string, question: Buffer, pieces: AsyncIterable<string> | Iterable<string>): AsyncIterable<Buffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, Buffer.from(key, 'hex'), nonce)
  cipher.setAAD(question)
  yield Buffer.concat([Buffer.of(SEALED), nonce])
  for await (const piece of pieces) yield cipher.update(piece)
  yield Buffer.concat([cipher.final(), cipher.getAuthTag()])
}

/** Undefined when this is no answer to that question, made with that key, and whole. */
export function openAnswer(key: string, question: Buffer, answer: Buffer): string | undefined {
  return answer[0] === SEALED ? opened(key, answer.subarray(1), question)?.text : undefined
}

function opened(key: string, sealed: Buffer, bound: Buffer): Question | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined
  const nonce = sealed.subarray(0, NONCE_BYTES)
  try {
    const decipher = createDecipheriv(CIPHER, Buffer.from(key, 'hex'), nonce)
    decipher.setAAD(bound)
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
    return { text: text.toString('utf8'), nonce }
  } catch {
    // Another key, or changed on the way.
    return undefined
  }
}
