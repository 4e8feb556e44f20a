/** Starts a child of this very program for one job, ends it when it hangs, and gives back what it said. */
import { type ChildProcess, fork } from 'node:child_process'
import { END, type Job, type JobResult } from './job.ts'

export type JobRunner = {
  run(job: Job, timeLimitMs: number): Promise<JobResult>
  /** Ends whatever child is at work, and resolves when it is gone. */
  stop(): Promise<void>
}

const LET_GO_MS = 2_000

/** `program` is the file this process was started with; `heard` is given what a child writes to its log. */
export function jobRunner(program: string, heard: (text: Buffer) => void = () => undefined): JobRunner {
  let stopRunning: (() => Promise<void>) | undefined
  return {
    run(job, timeLimitMs) {
      return new Promise((resolve) => {
        const child = start(program)
        if (child instanceof Error) return resolve({ kind: 'failed', message: `${job.name}: ${child.message}` })
        child.stderr?.on('data', (chunk: Buffer) => {
          process.stderr.write(chunk)
          heard(chunk)
        })
        let result: JobResult | undefined
        const closed = new Promise((closes) => child.once('close', closes))
        // Told so, it takes the commands it started with it, on Windows too; one that does not hear it is ended without. Closing the
        // channel instead would say the same, but then Node never tells that the child is gone.
        const end = async () => {
          if (child.connected) child.send(END, () => undefined)
          const force = setTimeout(() => child.kill('SIGKILL'), LET_GO_MS)
          await closed
          clearTimeout(force)
        }
        const timer = setTimeout(() => {
          result ??= { kind: 'failed', message: `${job.name} took longer than ${timeLimitMs} ms and was ended` }
          void end()
        }, timeLimitMs)
        stopRunning = end
        child.on('message', (message) => {
          result ??= message as JobResult
        })
        child.on('error', (error) => {
          result ??= { kind: 'failed', message: `${job.name}: ${error.message}` }
        })
        child.on('close', (code, signal) => {
          clearTimeout(timer)
          stopRunning = undefined
          resolve(result ?? { kind: 'failed', message: `${job.name} ended with ${code ?? signal} and no result` })
        })
        child.send(job, (error) => {
          if (error) result ??= { kind: 'failed', message: `${job.name}: ${error.message}` }
        })
      })
    },
    stop: async () => stopRunning?.(),
  }
}

/** A system out of processes, files or memory throws here, or gives back a child that never was. */
function start(program: string): ChildProcess | Error {
  try {
    const child = fork(program, ['child'], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] })
    if (child.pid !== undefined) return child
    child.on('error', () => undefined)
    return new Error('no process could be started')
  } catch (error) {
    return error as Error
  }
}
