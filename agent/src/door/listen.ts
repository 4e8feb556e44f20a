/** Opens the door: a socket or pipe that only those named may open, over a dead one if need be, and never over a living one. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { makePrivateFolder, PRIVATE_FILE_MODE, PRIVATE_FOLDER_MODE, writeFileAtomically } from '../platform/atomic-file.ts'
import { grantReading } from '../platform/grant-reading.ts'
import type { DoorPlace } from './place.ts'
import { makeKey } from './seal.ts'

export type OpenDoor = {
  readonly server: Server
  /** Takes away what was put on the disk. */
  remove(): void
}

// Beyond these a connection is closed at once; each is short, and one person has one window.
const MOST_CONNECTIONS = 16
const GROUP_FOLDER_MODE = 0o750
const GROUP_SOCKET_MODE = 0o660

/** `serve` is made with the key that everything is sealed with, where the system cannot keep strangers out. */
type Serving = (key: string | undefined) => (socket: Socket) => void

/** Throws when the door cannot be opened safely; the agent then works without one. */
export async function listenAt(place: DoorPlace, serving: Serving): Promise<OpenDoor> {
  const key = place.kind === 'pipe' ? makeKey() : undefined
  const server = createServer({ allowHalfOpen: true }, serving(key))
  server.maxConnections = MOST_CONNECTIONS
  return place.kind === 'pipe' ? listenOnPipe(server, place, key) : listenOnSocket(server, place)
}

async function listenOnSocket(server: Server, { folder, path, group }: Extract<DoorPlace, { kind: 'socket' }>): Promise<OpenDoor> {
  prepareFolder(folder, group)
  await removeDead(path)
  await listening(server, path)
  if (group !== undefined) {
    // Opened to the group only now, when the socket has its own mode.
    chownSync(path, -1, group)
    chmodSync(path, GROUP_SOCKET_MODE)
    chownSync(folder, -1, group)
    chmodSync(folder, GROUP_FOLDER_MODE)
  }
  return { server, remove: () => rmSync(path, { force: true }) }
}

function prepareFolder(folder: string, group: number | undefined): void {
  if (group === undefined) {
    makePrivateFolder(folder)
    return
  }
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER_MODE })
  const { uid } = lstatSync(folder)
  if (uid !== process.getuid?.()) throw new Error(`${folder} belongs to user ${uid}`)
}

/** The socket has its narrow mode from the first moment: it is made within `listen`, before anybody else's turn. */
async function listening(server: Server, path: string): Promise<void> {
  const before = process.umask(~PRIVATE_FILE_MODE & 0o777)
  try {
    server.listen(path)
  } finally {
    process.umask(before)
  }
  await once(server, 'listening')
}

/** A socket file that a killed agent left is taken away; one behind which somebody answers, or anything else of that name, is not. */
async function removeDead(path: string): Promise<void> {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isSocket()) throw new Error(`${path} is no socket`)
  if (await isAnswered(path)) throw new Error(`another agent answers at ${path}`)
  rmSync(path, { force: true })
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'))
  })
}

/**
 * Node cannot give a pipe an access list, and whom it lets in may also make a second pipe of that name and be asked in its place. So the name,
 * made up anew each time, and a key lie in a file that only those named may read, and everything said is sealed with the key.
 */
async function listenOnPipe(
  server: Server,
  { keyFile, group }: Extract<DoorPlace, { kind: 'pipe' }>,
  key: string | undefined,
): Promise<OpenDoor> {
  const pipe = `\\\\.\\pipe\\somay-${randomBytes(16).toString('hex')}`
  await writeFileAtomically(keyFile, `${JSON.stringify({ pipe, key })}\n`)
  const isShared = group !== undefined && (await grantReading(keyFile, group))
  server.listen({ path: pipe, readableAll: isShared, writableAll: isShared })
  await once(server, 'listening')
  return { server, remove: () => rmSync(keyFile, { force: true }) }
}
