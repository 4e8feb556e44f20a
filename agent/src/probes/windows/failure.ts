/** Turns the number of a Windows error into why something could not be read; the error's text is never used, for it is in the language of the PC. */
import type { Unread } from '../../platform/reading.ts'

type Kind = Unread['kind']

/** WMI (learn.microsoft.com, "WMI Error Constants"), Windows Update ("Windows Update error code list") and COM. */
const KINDS: Readonly<Record<string, readonly [Kind, string]>> = {
  '80041003': ['denied', 'access denied'],
  '80041062': ['denied', 'a privilege is not held'],
  '80070005': ['denied', 'access denied'],
  '8013150A': ['denied', 'access denied'],
  '80240044': ['denied', 'access denied'],
  '80041002': ['absent', 'not found'],
  '8004100C': ['absent', 'not supported here'],
  '8004100E': ['absent', 'this Windows has no such namespace'],
  '80041010': ['absent', 'this Windows has no such class'],
  '80040154': ['absent', 'the component is not registered'],
  '80131539': ['absent', 'not supported on this PC'],
  '00040004': ['timed-out', 'WMI gave up waiting'],
  '80041069': ['timed-out', 'WMI gave up waiting'],
  '80070422': ['failed', 'the service is disabled'],
}

/** The cmdlet is missing, as on an older Windows or PowerShell. */
const MISSING_COMMAND = 'System.Management.Automation.CommandNotFoundException'

export function unreadBecause(failure: Readonly<Record<string, unknown>>, what: string): Unread {
  const code = typeof failure.code === 'string' ? failure.code.toUpperCase() : ''
  if (failure.type === MISSING_COMMAND) return { kind: 'absent', detail: `${what}: this Windows has no such command` }
  const [kind, words] = KINDS[code] ?? ['failed', 'failed']
  return { kind, detail: `${what}: ${words}${code === '' ? '' : ` (${code})`}` }
}
