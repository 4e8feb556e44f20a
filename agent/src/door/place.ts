/** Where the door stands and whom the system lets through it: its owner alone, unless a group was named. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** On Windows the name of the pipe is made up anew at every start and written with a key to `keyFile`; elsewhere `path` is all there is. */
export type DoorPlace =
  | { readonly kind: 'socket'; readonly folder: string; readonly path: string; readonly group: number | undefined }
  | { readonly kind: 'pipe'; readonly keyFile: string; readonly group: string | undefined }

export type PlaceSettings = {
  readonly stateFolder: string
  /** Whose members may open the door of a service that runs as somebody else. */
  readonly doorGroup?: string | undefined
}

const SOCKET = 'door.sock'
const KEY_FILE = 'door.json'

/** Reached by others than the service, which its state folder never is. */
export function serviceFolder(environment: NodeJS.ProcessEnv, platform = process.platform): string {
  // systemd makes it and names it (RuntimeDirectory=); of several the first is the service's own.
  const made = environment.RUNTIME_DIRECTORY?.split(':')[0]
  return made || (platform === 'darwin' ? '/var/run/somay-agent' : '/run/somay-agent')
}

/** Throws when the group does not exist: a door for nobody in particular must not open for everybody. */
export function doorPlace(
  { stateFolder, doorGroup }: PlaceSettings,
  environment: NodeJS.ProcessEnv,
  platform = process.platform,
): DoorPlace {
  if (platform === 'win32') return { kind: 'pipe', keyFile: join(stateFolder, KEY_FILE), group: doorGroup }
  const folder = doorGroup === undefined ? stateFolder : serviceFolder(environment, platform)
  return { kind: 'socket', folder, path: join(folder, SOCKET), group: doorGroup === undefined ? undefined : groupNumber(doorGroup) }
}

/** Where a window looks for the door: that of its own agent first, then that of the service. */
export function doorsToTry(stateFolder: string, environment: NodeJS.ProcessEnv, platform = process.platform): string[] {
  if (platform === 'win32') return [join(stateFolder, KEY_FILE)]
  return [join(stateFolder, SOCKET), join(serviceFolder(environment, platform), SOCKET)]
}

const GROUPS_FILE = '/etc/group'

/** By number, or by name as group(5) has it; groups of a directory service need the number. */
export function groupNumber(group: string, groups = () => readFileSync(GROUPS_FILE, 'utf8')): number {
  if (/^\d+$/.test(group)) return Number(group)
  const line = groups()
    .split('\n')
    .find((one) => one.startsWith(`${group}:`))
  const number = line?.split(':')[2]
  if (number === undefined || !/^\d+$/.test(number)) throw new Error(`there is no group ${group} in ${GROUPS_FILE}`)
  return Number(number)
}
