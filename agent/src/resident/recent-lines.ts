/** The last lines of the log in memory, for the person who asks for them; bounded, gone with the process. */
import { StringDecoder } from 'node:string_decoder'

export type RecentLines = {
  /** Text in pieces of any size, as a child's stream gives it. */
  keep(text: string | Buffer): void
  lines(): readonly string[]
}

const MOST_LINES = 200
const MOST_CHARACTERS = 1_000

export function recentLines(): RecentLines {
  const kept: string[] = []
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return {
    keep(text) {
      const lines = (rest + (typeof text === 'string' ? text : decoder.write(text))).split('\n')
      rest = (lines.pop() ?? '').slice(0, MOST_CHARACTERS)
      for (const line of lines) if (line !== '') kept.push(line.slice(0, MOST_CHARACTERS))
      kept.splice(0, Math.max(0, kept.length - MOST_LINES))
    },
    lines: () => kept,
  }
}
