/** The thread in which one list is read: whatever its author put into it costs this thread its time and memory, and nobody else. */
import { parentPort, workerData } from 'node:worker_threads'
import { ListRefused } from './list-refused.ts'
import { type ListRow, openList } from './list-rows.ts'

/** The first message is `opened`; then rows in pieces, each after it was asked for; the last is `end`, or `failed` at any time. */
export type ReadingAnswer =
  | { readonly kind: 'opened'; readonly sheets: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly ListRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly fault: ListRefused['fault'] | undefined; readonly message: string }

export type ReadingData = { readonly file: Uint8Array; readonly sheet: number }

const ROWS_AT_ONCE = 500

const port = parentPort
if (!port) throw new Error('collector/src/register/reading-thread.ts runs as a worker thread only')
const say = (answer: ReadingAnswer) => port.postMessage(answer)

const { file, sheet } = workerData as ReadingData
let ask: (() => void) | undefined
port.on('message', () => ask?.())
const asked = () =>
  new Promise<void>((resolve) => {
    ask = resolve
  })

async function read(): Promise<void> {
  let wanted = asked()
  const { sheets, rows } = await openList(Buffer.from(file.buffer, file.byteOffset, file.byteLength), sheet)
  say({ kind: 'opened', sheets })
  let piece: ListRow[] = []
  const give = async () => {
    await wanted
    wanted = asked()
    say({ kind: 'rows', rows: piece })
    piece = []
  }
  for await (const row of rows) if (piece.push(row) >= ROWS_AT_ONCE) await give()
  if (piece.length > 0) await give()
  say({ kind: 'end' })
}

try {
  await read()
} catch (error) {
  const isKnown = error instanceof ListRefused
  say({ kind: 'failed', fault: isKnown ? error.fault : undefined, message: error instanceof Error ? error.message : String(error) })
}
port.close()
