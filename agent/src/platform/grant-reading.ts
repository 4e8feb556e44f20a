/** Lets a group of Windows read one file, beside the system, the administrators and the owner; never seen on a real Windows yet. */
import { runCommand } from './run-command.ts'

const LIMIT_MS = 10_000
// Well-known security identifiers, because names differ between languages of Windows.
const SYSTEM = '*S-1-5-18:F'
const ADMINISTRATORS = '*S-1-5-32-544:F'
const OWNER = '*S-1-3-4:F'

/** False when the system refused: then the file stays with its owner. */
export async function grantReading(path: string, group: string): Promise<boolean> {
  const done = await runCommand('icacls', [path, '/inheritance:r', '/grant:r', SYSTEM, ADMINISTRATORS, OWNER, `${group}:R`], {
    timeoutMs: LIMIT_MS,
  })
  return done.kind === 'ok'
}
