/** Starts a child of this very program for one job, ends it when it hangs, and gives back what it said. */
import { fork } from 'node:child_process'
import type { Job, JobResult } from './job.ts'

export type JobRunner = {
  run(job: Job, timeLimitMs: number): Promise<JobResult>
  /** Ends whatever child is at work. */
  stop(): void
}

/** `program` is the file this process was started with; `heard` is given what a child writes to its log. */
export function jobRunner(program: string, heard: (text: Buffer) => void = () => undefined): JobRunner {
  let stopRunning: (() => void) | undefined
  return {
    run(job, timeLimitMs) {
      return new Promise((resolve) => {
        const child = fork(program, ['child'], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] })
        child.stderr?.on('data', (chunk: Buffer) => {
          process.stderr.write(chunk)
          heard(chunk)
        })
        let result: JobResult | undefined
        const end = () => child.kill('SIGKILL')
        const timer = setTimeout(() => {
          result ??= { kind: 'failed', message: `${job.name} took longer than ${timeLimitMs} ms and was ended` }
          end()
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
    stop: () => stopRunning?.(),
  }
}
