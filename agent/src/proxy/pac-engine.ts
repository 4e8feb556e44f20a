/** Runs a PAC file in QuickJS, as WebAssembly in a thread that is ended when it takes too long or too much. A bundle of its own. */
import { existsSync, readFileSync } from 'node:fs'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { createPacResolver } from 'pac-resolver'
import { QuickJS } from 'quickjs-wasi'

/** Pairs of address and what the file answered for it, such as `PROXY proxy.example:8080; DIRECT`. */
export type Answers = readonly (readonly [url: string, answer: string])[]

type Question = { readonly pac: string; readonly urls: readonly string[] }
type Said = { readonly answers: Answers } | { readonly error: string }

const TIME_LIMIT_MS = 5_000
// The engine's own limit of memory is not kept by version 2.2, so the process looks how much it grows: measured, a file that fills
// memory on purpose got 3.4 GB otherwise.
const MOST_GROWTH_BYTES = 150 * 1024 * 1024
const LOOK_MS = 25

/** Shipped beside the bundle; from the sources the engine finds it in its package. */
const SHIPPED = new URL('quickjs.wasm', import.meta.url)

export function evaluatePac(pac: string, urls: readonly string[]): Promise<Answers> {
  const question: Question = { pac, urls }
  // No environment: nothing of this process is for a stranger's code, even if it got out of its engine.
  const thread = new Worker(new URL(import.meta.url), { workerData: question, env: {} })
  const before = process.memoryUsage.rss()
  return new Promise<Answers>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it took longer than ${TIME_LIMIT_MS} ms`)), TIME_LIMIT_MS)
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_GROWTH_BYTES) reject(new Error('it took too much memory'))
    }, LOOK_MS)
    thread.once('message', (said: Said) => ('error' in said ? reject(new Error(said.error)) : resolve(said.answers)))
    thread.once('error', reject)
    thread.once('exit', () => {
      clearTimeout(timer)
      clearInterval(watch)
      reject(new Error('it ended without an answer'))
    })
  }).finally(() => void thread.terminate())
}

async function answer({ pac, urls }: Question): Promise<Said> {
  const engine = await QuickJS.create(existsSync(SHIPPED) ? readFileSync(SHIPPED) : undefined)
  try {
    const find = createPacResolver(engine, pac)
    const answers: [string, string][] = []
    for (const url of urls) answers.push([url, await find(new URL(url))])
    return { answers }
  } catch (error) {
    return { error: String((error as Error).message ?? error) }
  } finally {
    engine.dispose()
  }
}

if (!isMainThread && typeof (workerData as Partial<Question> | null)?.pac === 'string')
  parentPort?.postMessage(await answer(workerData as Question))
