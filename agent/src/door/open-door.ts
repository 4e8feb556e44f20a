/** The door of the resident agent: opened when it starts, closed when it stops, and never a reason for it to fail. */
import type { Log } from '../log.ts'
import { listenAt, type OpenDoor } from './listen.ts'
import type { DoorPlace } from './place.ts'
import { type Answering, serveDoor } from './serve.ts'

export type Door = { close(): void }

const CLOSED: Door = { close() {} }

/** `place` may throw too: a group that does not exist keeps the door shut. */
export async function openDoor(place: () => DoorPlace, answer: Answering, log: Log): Promise<Door> {
  let open: OpenDoor | undefined
  try {
    open = await listenAt(place(), (key) => serveDoor(answer, key, log))
  } catch (error) {
    log.warn('the door for the window stays shut; the agent works without it', {
      error: error instanceof Error ? error.message : String(error),
    })
    return CLOSED
  }
  const { server, remove } = open
  server.on('error', (error) => log.warn('the door for the window met an error', { error: error.message }))
  return {
    close() {
      server.close()
      remove()
    },
  }
}
