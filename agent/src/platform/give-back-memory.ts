/** Gives the system back what a process no longer needs, before it waits for a long time. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type CollectGarbage = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

let collect: CollectGarbage | undefined

// V8 collects when memory is asked for, which a waiting process does not do: what its start needed would stay for days.
// Node hands out V8's function for this only behind a flag, which nobody who starts the agent should have to know.
export function giveBackMemory(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as CollectGarbage
    setFlagsFromString('--no-expose-gc')
  }
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
