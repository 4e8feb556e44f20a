/** A reporter beside the usual one: which test files took longest, so that the time of a whole run can be looked for where it goes. */
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

const SHOWN = 20

// biome-ignore lint/style/noDefaultExport: Node takes a reporter from the default export.
export default async function* slowestFiles(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const secondsOf = new Map<string, number>()
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const { file, nesting, details } = data
    // Tests of one file run one after another; those inside them are part of their time.
    if (file !== undefined && nesting === 0) secondsOf.set(file, (secondsOf.get(file) ?? 0) + details.duration_ms / 1_000)
  }
  const slowest = [...secondsOf].sort(([, one], [, other]) => other - one).slice(0, SHOWN)
  yield 'slowest files, in seconds:\n'
  for (const [file, seconds] of slowest) yield `${seconds.toFixed(0).padStart(6)}  ${relative(process.cwd(), file)}\n`
}
