/** What the agent's exit codes mean to a scheduler or a script. */
export const EXIT = {
  done: 0,
  /** Nothing is lost: what was taken waits in the outbox for the next time. */
  keptForLater: 1,
  usage: 2,
  /** Another agent works in this state folder. */
  busy: 3,
  /** For the service host of Windows: the runner is to be started, and the agent after it. */
  updating: 75,
} as const
