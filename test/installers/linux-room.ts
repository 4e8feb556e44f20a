/** A Debian that boots with its own service manager: systemd-nspawn over a copy of a room that `.ci/run` makes (installers/linux/debian-room.sh). */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { TestContext } from 'node:test'
import { until } from '../until.ts'
import { myTurn } from './one-at-a-time.ts'

/** Undefined where there is none, which a test says aloud. */
export const LINUX_ROOM = process.env.SOMAY_LINUX_ROOM

/** SIGRTMIN+4: systemd takes it for a power button; Node has no name for it. */
const POWER_OFF = 38
const LONGEST_END_MS = 20_000

export type Said = { readonly code: number | null; readonly printed: string }

export type BootedLinux = {
  run(command: string, environment?: Readonly<Record<string, string>>): Promise<Said>
  /** What it printed; one that fails fails the test. */
  mustRun(command: string, environment?: Readonly<Record<string, string>>): Promise<string>
  /** A path of it as it is seen from outside. */
  at(path: string): string
  /** Copies a file into its root folder. */
  bring(path: string): string
  reboot(): Promise<void>
}

export async function bootLinux(t: TestContext): Promise<BootedLinux> {
  if (LINUX_ROOM === undefined) throw new Error('SOMAY_LINUX_ROOM is not set')
  // Two service managers in one group of processes would end each other's units.
  const giveBack = await myTurn(join(tmpdir(), 'somay-booted-linux'))
  const folder = join(mkdtempSync(join(tmpdir(), 'somay-linux-')), 'root')
  const copied = spawnSync('cp', ['-a', '--reflink=auto', LINUX_ROOM, folder])
  if (copied.status !== 0) throw new Error(copied.stderr.toString())
  let machine: ChildProcess | undefined
  let leader = 0
  const end = async () => {
    const running = machine
    machine = undefined
    if (!running || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    // One that is not up yet takes no power button; it is a copy, and nothing of it is kept.
    const impatient = setTimeout(() => running.kill('SIGKILL'), LONGEST_END_MS)
    if (leader === 0) running.kill('SIGKILL')
    else process.kill(leader, POWER_OFF)
    await ended
    clearTimeout(impatient)
    leader = 0
  }
  const enter = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    new Promise<Said>((resolve, reject) => {
      const set = Object.entries({
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
        LANG: 'C.UTF-8',
        DEBIAN_FRONTEND: 'noninteractive',
        ...environment,
      })
      const child = spawn('nsenter', [
        ...['--target', String(leader), '--mount', '--uts', '--ipc', '--pid', '--cgroup', '--', 'env', '-i'],
        ...set.map(([name, value]) => `${name}=${value}`),
        ...args,
      ])
      let printed = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (printed += part.toString()))
      child.on('error', reject).on('close', (code) => resolve({ code, printed }))
    })
  const boot = async () => {
    const args = ['-D', folder, '-b', '--register=no', '--keep-unit', '--console=pipe', '--machine=somay-test']
    const started = spawn('systemd-nspawn', args, { stdio: 'ignore' })
    machine = started
    await until('the container is up', async () => {
      // Looked for anew each time: at first the one child is who makes the container, and goes when it stands.
      leader = childOf(started.pid ?? 0) ?? 0
      return leader !== 0 && /running|degraded/.test((await enter(['systemctl', 'is-system-running'])).printed)
    })
  }
  t.after(async () => {
    await end()
    giveBack()
    rmSync(join(folder, '..'), { recursive: true, force: true })
  })
  await boot()
  const run: BootedLinux['run'] = (command, environment) => enter(['sh', '-c', command], environment)
  return {
    run,
    async mustRun(command, environment) {
      const said = await run(command, environment)
      assert.equal(said.code, 0, `${command}: ${said.printed}`)
      return said.printed.trim()
    },
    at: (path) => join(folder, path),
    bring(path) {
      copyFileSync(path, join(folder, basename(path)))
      return `/${basename(path)}`
    },
    async reboot() {
      await end()
      await boot()
    },
  }
}

/** systemd-nspawn's one child is the container's first process. */
function childOf(pid: number): number | undefined {
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    const [child] = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ')
    if (child) return Number(child)
  }
  return undefined
}
