/** Starts the real collector as a process over a data folder of the test's own, and ends it with the test. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ADMIN_PASSWORD = 'mot mat khau dai'

const CLI = fileURLToPath(new URL('../collector/src/cli.ts', import.meta.url))

export type RunningCollector = {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly dataFolder: string
  readonly adminPassword: string
  /** What it said on its output, such as the one-time link. */
  output(): string
  /** Runs another command of the collector over the same ledger and returns what it printed. */
  command(...args: string[]): Promise<string>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  stop(): Promise<number | null>
}

export type CollectorOptions = {
  readonly dataFolder?: string
  /** Without it the one-time link is the way in. */
  readonly adminPassword?: string | undefined
  readonly environment?: Readonly<Record<string, string>>
  readonly port?: number
}

/** Whoever ends things when it is over: a test, or the bench. */
export type Lifetime = { after(end: () => Promise<void>): void }

export async function startCollector(t: Lifetime, options: CollectorOptions = {}): Promise<RunningCollector> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'somay-'))
  const adminPassword = 'adminPassword' in options ? options.adminPassword : ADMIN_PASSWORD
  const environment = {
    ...process.env,
    SOMAY_DATA: dataFolder,
    SOMAY_PORT: String(options.port ?? 0),
    SOMAY_ADMIN_PASSWORD: adminPassword ?? '',
    ...options.environment,
  }
  const child = spawn(process.execPath, [CLI, 'serve'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      const found = /M\u00e1y: (http\S+)/.exec(output)?.[1]
      if (found) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`the collector ended with ${code}: ${output}`)))
  })
  const collector: RunningCollector = {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    dataFolder,
    adminPassword: adminPassword ?? '',
    output: () => output,
    command: (...args) => runCommand(args, environment),
    kill: () => end(child, 'SIGKILL').then(() => {}),
    stop: () => end(child, 'SIGTERM'),
  }
  t.after(async () => {
    await collector.stop()
    if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true })
  })
  return collector
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}

function runCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    let complaint = ''
    child.stdout.on('data', (chunk) => {
      printed += chunk
    })
    child.stderr.on('data', (chunk) => {
      complaint += chunk
    })
    child.on('exit', (code) => (code === 0 ? resolve(printed.trim()) : reject(new Error(complaint))))
  })
}
