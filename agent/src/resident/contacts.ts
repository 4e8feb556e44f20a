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
    timer = setTimeout(queue, ms)
  }

  function waitForEnrolment(before: number | undefined): void {
    timer = setTimeout(() => {
      if (changedAt(credentialFile) === before) waitForEnrolment(before)
      else queue()
    }, LOOK_FOR_ENROLMENT_MS)
  }

  return {
    async make() {
      clearTimeout(timer)
      nextAt = undefined
      const enrolmentBefore = changedAt(credentialFile)
      const outcome = await work()
      if (isStopped) return undefined
      const next = nextContact(outcome, failures, Date.now(), Math.random)
      if ('whenEnrolled' in next) waitForEnrolment(enrolmentBefore)
      else {
        failures = next.failures
        after(next.afterMs)
      }
      return outcome
    },
    bringForward(ms) {
      if (nextAt !== undefined && Date.parse(nextAt) > Date.now() + ms) after(ms)
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
