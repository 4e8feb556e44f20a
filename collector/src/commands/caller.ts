/** Who calls a command, for the log: the user of the system, named so that nobody takes it for a user of the pages. */
import { userInfo } from 'node:os'

export function caller(): string {
  return `${userInfo().username} (command line)`
}
