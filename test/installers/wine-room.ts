/** A Windows to install on: wine with a profile of its own, in a room that `.ci/run` makes (installers/windows/wine-room.sh). */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { TestContext } from 'node:test'

/** Where the room is; undefined where there is none, which a test says aloud. */
export const WINE_ROOM = process.env.SOMAY_WINE_ROOM

export type Windows = {
  /** Exit code, of which wine hands on the low byte, and what was printed. */
  run(program: string, ...args: string[]): Promise<{ readonly code: number | null; readonly printed: string }>
  /** A file under C:, "Program Files/SoMay/Agent". */
  at(path: string): string
  /** Copies a file in; its path as Windows sees it. */
  bring(path: string): string
}

const WINE = '/usr/lib/wine/wine64'
const LIMIT_MS = 180_000
/** The system's /proc and /dev are seen by these processes alone: whoever removes the room, or forgets it, must not meet the machine's own devices in it. */
const ENTER = 'mount -t proc proc "$0/proc" && mount --bind /dev "$0/dev" && exec chroot "$0" "$@"'

export async function startWindows(t: TestContext): Promise<Windows> {
  const room = WINE_ROOM
  if (room === undefined) throw new Error('SOMAY_WINE_ROOM is not set')
  const inside = `/windows-${process.pid}-${Math.random().toString(36).slice(2)}`
  const folder = join(room, inside)
  mkdirSync(folder)
  const prefix = `${inside}/prefix`
  const environment = [
    '-i',
    'HOME=/root',
    'PATH=/usr/bin:/bin',
    `WINEPREFIX=${prefix}`,
    'WINEDEBUG=-all',
    'WINEARCH=win64',
    'XDG_RUNTIME_DIR=/tmp',
  ]
  const inRoom = (...command: string[]) => [
    'unshare',
    '--mount',
    '--propagation',
    'private',
    'sh',
    '-c',
    ENTER,
    room,
    '/usr/bin/env',
    ...environment,
    ...command,
  ]
  t.after(() => {
    // Everything of this profile, and of no other.
    const [command = '', ...args] = inRoom('/usr/lib/wine/wineserver64', '-k')
    spawnSync(command, args)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const output = join(folder, 'output.txt')
  const start = async (...command: string[]) => {
    // A file, no pipe: what wine leaves running would keep a pipe open, and Node under it cannot print to one.
    const file = openSync(output, 'w')
    const [program = '', ...args] = inRoom(...command)
    const child = spawn(program, args, { stdio: ['ignore', file, file], timeout: LIMIT_MS })
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve))
    closeSync(file)
    return { code, printed: readFileSync(output, 'utf8') }
  }
  await start(WINE, 'wineboot', '-i')
  await start('/usr/lib/wine/wineserver64', '-w')
  if (readFileSync('/proc/mounts', 'utf8').includes(`${room}/`)) throw new Error(`${room} holds a mount that others can see`)
  return {
    run: (program, ...args) => start(WINE, program, ...args),
    at: (path) => join(folder, 'prefix', 'drive_c', path),
    bring(path) {
      copyFileSync(path, join(folder, basename(path)))
      return `Z:${inside.replaceAll('/', '\\')}\\${basename(path)}`
    },
  }
}
