/** Contacts with the collector one after another, each in a child, and the timer to the next. */
import { statSync } from 'node:fs'
import type { ContactOutcome } from './job.ts'
import { nextContact } from './next-contact.ts'

/** How often a PC that is not enrolled looks whether it is now. */
const LOOK_FOR_ENROLMENT_MS = 10_000

export type Contacts = {
  /** One contact now; undefined when it gave no result. */
  make(): Promise<ContactOutcome | undefined>
  /** The next contact, wanted earlier than planned; nothing while the PC waits for its enrolment. */
  bringForward(afterMs: number): void
  nextAt(): string | undefined
  stop(): void
}

/** `queue` puts a contact among the other jobs; `work` makes it. */
export function createContacts(credentialFile: string, queue: () => void, work: () => Promise<ContactOutcome | undefined>): Contacts {
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let nextAt: string | undefined
  let isStopped = false

  function after(ms: number): void {
    clearTimeout(timer)
    nextAt = new Date(Date.now() + ms).toISOString()
    timer = setTimeout(() => {
      nextAt = undefined
      queue()
    }, ms)
  }

  function waitForEnrolment(before: number | undefined): void {
    timer = setTimeout(() => {
      if (changedAt(credentialFile) === before) waitForEnrolment(before)
      else queue()
    }, LOOK_FOR_ENROLMENT_MS)
  }

  function plan(outcome: ContactOutcome | undefined, enrolmentBefore: number | undefined): void {
    const next = nextContact(outcome, failures, Date.now(), Math.random)
    if ('whenEnrolled' in next) waitForEnrolment(enrolmentBefore)
    else {
      failures = next.failures
      after(next.afterMs)
    }
  }

  return {
    async make() {
      clearTimeout(timer)
      nextAt = undefined
      const enrolmentBefore = changedAt(credentialFile)
      let outcome: ContactOutcome | undefined
      try {
        outcome = await work()
      } finally {
        // Whatever happened, another contact follows.
        if (!isStopped) plan(outcome, enrolmentBefore)
      }
      return isStopped ? undefined : outcome
    },
    bringForward(ms) {
      if (nextAt === undefined) return
      const leftMs = Date.parse(nextAt) - Date.now()
      // Overdue: timers stand still while a PC sleeps, so this one still has its rest to wait.
      if (leftMs > ms || leftMs < 0) after(ms)
    },
    nextAt: () => nextAt,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

function changedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}
