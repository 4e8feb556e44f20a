/** Whether somebody is logged on at this PC, cheaply enough for every sample; who it is, is not kept. */
import type { Platform } from '../platform/platform.ts'

const COMMAND_LIMIT_MS = 5_000
const SESSIONS = '/run/systemd/sessions'

/** Undefined when it cannot be told. A session of an administrator over SSH is no use of the PC; a remote desktop is. */
export function hasSession(platform: Platform): Promise<boolean | undefined> {
  if (platform.os === 'windows') return hasWindowsSession(platform)
  return platform.os === 'macos' ? hasMacSession(platform) : hasLinuxSession(platform)
}

async function hasLinuxSession(platform: Platform): Promise<boolean | undefined> {
  const names = await platform.listFolder(SESSIONS)
  if (names.kind !== 'read') return undefined
  let isWhole = true
  // Pipes by which logind is told of the end of a session lie beside the descriptions.
  for (const name of names.value.filter((one) => !one.endsWith('.ref'))) {
    const session = await platform.readText(`${SESSIONS}/${name}`)
    // One that ended meanwhile is nobody's.
    if (session.kind === 'absent') continue
    if (session.kind !== 'read') isWhole = false
    else if (isPersonAtWork(session.value)) return true
  }
  return isWhole ? false : undefined
}

/** systemd-logind's own description of a session, written as shell variables. */
export function isPersonAtWork(session: string): boolean {
  const of = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(session)?.[1] ?? ''
  const isPerson = /^user(-early|-light|-incomplete)?$/.test(of('CLASS')) && of('STATE') !== 'closing'
  return isPerson && (['x11', 'wayland', 'mir'].includes(of('TYPE')) || (of('TYPE') === 'tty' && of('REMOTE') !== '1'))
}

/** Every desktop has its Explorer, whoever is logged on and in whatever language; services live in session 0. */
async function hasWindowsSession(platform: Platform): Promise<boolean | undefined> {
  const listed = await platform.runCommand('tasklist.exe', ['/fi', 'imagename eq explorer.exe', '/fo', 'csv', '/nh'], {
    timeoutMs: COMMAND_LIMIT_MS,
  })
  return listed.kind === 'ok' ? /^"explorer\.exe","\d+","[^"]*","[1-9]\d*"/im.test(listed.stdout) : undefined
}

/** The console belongs to who is logged on at it, and to root while nobody is. */
async function hasMacSession(platform: Platform): Promise<boolean | undefined> {
  const owner = await platform.runCommand('/usr/bin/stat', ['-f', '%u', '/dev/console'], { timeoutMs: COMMAND_LIMIT_MS })
  return owner.kind === 'ok' && /^\d+$/.test(owner.stdout.trim()) ? owner.stdout.trim() !== '0' : undefined
}
