/** Lets everything else on the PC go first. */
import { constants, setPriority } from 'node:os'

export function lowerPriority(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW)
  } catch {
    // A system that forbids it loses a courtesy, nothing else.
  }
}
