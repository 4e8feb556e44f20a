/** Asks one thing at the door and takes the answer, checked; says apart that nobody is there, that one may not enter, and that it failed. */
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { type AnswerOf, parsed, type QuestionOf, REFUSALS, REQUESTS, type Refusal, type RequestName } from './requests.ts'
import { isKey, openAnswer, SEALED, sealQuestion } from './seal.ts'
import { anything, oneOf, record, text } from './shape.ts'

export type Knocked<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** No agent runs, or not where it was looked for. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed'; readonly detail: string }

export type KnockLimits = { readonly timeoutMs: number; readonly maxBytes: number }

/** The largest answer is what was sent: one report and every fact, a few megabytes with a long list of programs. */
export const KNOCK_LIMITS: KnockLimits = { timeoutMs: 10_000, maxBytes: 32_000_000 }

const Good = record({ ok: anything })
const Refused = record({ refused: oneOf(...REFUSALS) })
const Key = record({ pipe: text(300), key: text(200) })

/** `doors`: the first that is there is asked. A name ending in .json holds the name of a pipe and the key for it. */
export async function knock<N extends RequestName>(
  doors: readonly string[],
  ask: N,
  question: QuestionOf<N>,
  limits = KNOCK_LIMITS,
): Promise<Knocked<AnswerOf<N>>> {
  let last: Knocked<AnswerOf<N>> = { kind: 'nobody' }
  for (const door of doors) {
    const knocked = await knockAt(door, ask, question, limits)
    if (knocked.kind !== 'nobody' && knocked.kind !== 'denied') return knocked
    // A door that is there and shut says more than one that is not there.
    if (last.kind === 'nobody') last = knocked
  }
  return last
}

async function knockAt<N extends RequestName>(
  door: string,
  ask: N,
  question: QuestionOf<N>,
  limits: KnockLimits,
): Promise<Knocked<AnswerOf<N>>> {
  try {
    const { path, key } = addressOf(door)
    const line = JSON.stringify({ ask, with: question })
    return understood(
      ask,
      key === undefined ? (await exchange(path, line, limits)).toString('utf8') : await sealedExchange(path, key, line, limits),
    )
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTDIR') return { kind: 'nobody' }
    if (code === 'EACCES' || code === 'EPERM') return { kind: 'denied' }
    return { kind: 'failed', detail: message }
  }
}

function addressOf(door: string): { path: string; key?: string } {
  if (!door.endsWith('.json')) return { path: door }
  const found = parsed(readFileSync(door, 'utf8'))
  if (!Key(found) || !isKey(found.key)) throw new Error(`${door} does not hold the name of a pipe and its key`)
  return { path: found.pipe, key: found.key }
}

/** A refusal may come in the open: it tells nothing, and whoever stands in between could as well answer nothing. */
async function sealedExchange(path: string, key: string, text: string, limits: KnockLimits): Promise<string> {
  const { line, nonce } = sealQuestion(key, text)
  const answer = await exchange(path, line, limits)
  if (answer[0] === SEALED) return openAnswer(key, nonce, answer) ?? ''
  const said = answer.toString('utf8')
  return Refused(parsed(said)) ? said : ''
}

function understood<N extends RequestName>(ask: N, said: string): Knocked<AnswerOf<N>> {
  const answer = parsed(said)
  if (Refused(answer)) return { kind: 'refused', refusal: answer.refused }
  if (Good(answer) && REQUESTS[ask].answer(answer.ok)) return { kind: 'answered', value: answer.ok as AnswerOf<N> }
  return { kind: 'failed', detail: `the answer to ${ask} was not understood` }
}

function exchange(path: string, line: string, { timeoutMs, maxBytes }: KnockLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    const chunks: Buffer[] = []
    let bytes = 0
    const timer = setTimeout(() => socket.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
    // Only written: whoever ends a pipe of Windows has it closed 50 ms later, answered or not (libuv). The other side ends it.
    socket.on('connect', () => socket.write(`${line}\n`))
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) socket.destroy(new Error(`the answer is longer than ${maxBytes} bytes`))
      else chunks.push(chunk)
    })
    socket.on('end', () => resolve(Buffer.concat(chunks)))
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(timer)
      reject(new Error('the door was shut in the middle'))
    })
  })
}
