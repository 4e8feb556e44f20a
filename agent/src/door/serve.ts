/** One question, one answer, one connection: bounded in size, time and number, so that nobody at the door can hold the agent up. */
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Log } from '../log.ts'
import { type Line, lineIn, MAX_QUESTION_BYTES, type Refusal } from './requests.ts'
import { questionOpener, sealAnswer } from './seal.ts'

/** Gives the JSON text of the answer in pieces; what it throws is answered as failed. */
export type Answering = (line: Line) => Promise<AsyncIterable<string> | Iterable<string>>

export type DoorLimits = { readonly questionMs: number; readonly answerMs: number }

export const DOOR_LIMITS: DoorLimits = { questionMs: 2_000, answerMs: 15_000 }

/** `key` where the system cannot keep strangers out: then everything is sealed with it, and nothing else is answered. */
export function serveDoor(answer: Answering, key: string | undefined, log: Log, limits = DOOR_LIMITS): (socket: Socket) => void {
  const open = key === undefined ? openly : sealed(key)
  return (socket) => {
    // Who hangs up in the middle is no event.
    socket.on('error', () => socket.destroy())
    const timer = setTimeout(() => refuse(socket, 'too-slow'), limits.questionMs)
    const end = setTimeout(() => socket.destroy(), limits.questionMs + limits.answerMs)
    socket.on('close', () => {
      clearTimeout(timer)
      clearTimeout(end)
    })
    readLine(socket, (found) => {
      clearTimeout(timer)
      if (found === undefined) return refuse(socket, 'too-long')
      const asked = open(found)
      if (!asked) return refuse(socket, 'not-allowed')
      const line = lineIn(asked.text)
      if (!line) return refuse(socket, 'bad-request')
      void reply(socket, async () => asked.answerWith(wrapped(await answer(line))), log)
    })
  }
}

/** Calls back once: with the first line, or undefined when it was longer than any question. A line that ends with the connection counts. */
function readLine(socket: Socket, done: (line: string | undefined) => void): void {
  const chunks: Buffer[] = []
  let bytes = 0
  const finish = (line: string | undefined) => {
    socket.off('data', take)
    socket.off('end', ended)
    socket.resume()
    done(line)
  }
  const take = (chunk: Buffer) => {
    const stop = chunk.indexOf(0x0a)
    const own = stop < 0 ? chunk : chunk.subarray(0, stop)
    bytes += own.length
    if (bytes > MAX_QUESTION_BYTES) return finish(undefined)
    chunks.push(own)
    if (stop >= 0) finish(Buffer.concat(chunks).toString('utf8'))
  }
  const ended = () => finish(Buffer.concat(chunks).toString('utf8'))
  socket.on('data', take)
  socket.on('end', ended)
}

type Asked = { readonly text: string; answerWith(pieces: AsyncIterable<string>): AsyncIterable<string | Buffer> }

const openly = (text: string): Asked => ({ text, answerWith: (pieces) => pieces })

function sealed(key: string): (line: string) => Asked | undefined {
  const open = questionOpener(key)
  return (line) => {
    const question = open(line)
    return question && { text: question.text, answerWith: (pieces) => sealAnswer(key, question.nonce, pieces) }
  }
}

async function reply(socket: Socket, answer: () => Promise<AsyncIterable<string | Buffer>>, log: Log): Promise<void> {
  try {
    await pipeline(Readable.from(await answer()), socket)
  } catch (error) {
    if (socket.destroyed) return
    log.warn('a question at the door could not be answered', { error: String(error) })
    refuse(socket, 'failed')
  }
}

async function* wrapped(pieces: AsyncIterable<string> | Iterable<string>): AsyncIterable<string> {
  yield '{"ok":'
  yield* pieces
  yield '}\n'
}

/** Said, and then closed whether or not it was heard; what a stranger still sends is not taken in. */
function refuse(socket: Socket, refusal: Refusal): void {
  if (socket.destroyed) return
  socket.end(`${JSON.stringify({ refused: refusal })}\n`, () => socket.destroy())
}
