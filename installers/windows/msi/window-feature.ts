/** The window in the MSI, as rows of its tables: a feature of its own, in the start menu of everybody, at log-on where that is asked for. Pure. */
import type { PackagedFile } from './agent-package.ts'
import type { Database, Row } from './tables.ts'

const FOLDER = 'electron/'
const PROGRAM = `${FOLDER}electron.exe`
const HKLM = 2
const SIXTY_FOUR_BIT = 256
const REGISTRY_KEY_PATH = 4
const RUN_KEY = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run'
/** Where the agent writes how its door is opened. */
const DOOR = '--door="[DATADIR]door.json"'

export const isOfWindow = ({ name }: PackagedFile): boolean => name.startsWith(FOLDER)

export type WindowFeature = {
  readonly tables: Required<
    Pick<Database, 'Directory' | 'Component' | 'Feature' | 'FeatureComponents' | 'Condition' | 'Shortcut' | 'Registry'>
  >
  /** The component of a file, by its name. */
  readonly componentOf: (name: string) => string
}

type Asked = {
  readonly files: readonly PackagedFile[]
  readonly guidOf: (name: string) => string
  readonly keyOf: (name: string) => string
}

/** Nothing where the package was built without Electron. */
export function windowFeature({ files, guidOf, keyOf }: Asked): WindowFeature {
  const own = files.filter(isOfWindow)
  const componentOf = (name: string) => `File_${keyOf(name)}`
  const directoryOf = (folder: string) => (folder === 'electron' ? 'WINDOWDIR' : `Folder_${digest(guidOf(folder))}`)
  const folders = [...new Set(own.flatMap(({ name }) => foldersAbove(name)))].sort()
  const components: Row[] = own.map(({ name }) => [
    componentOf(name),
    guidOf(name),
    directoryOf(folderOf(name)),
    SIXTY_FOUR_BIT,
    undefined,
    keyOf(name),
  ])
  if (own.length > 0)
    components.push([
      'WindowAtLogon',
      guidOf('WindowAtLogon'),
      'TARGETDIR',
      SIXTY_FOUR_BIT | REGISTRY_KEY_PATH,
      'WINDOW = "logon"',
      'WindowAtLogon',
    ])
  const program = keyOf(PROGRAM)
  const only = (...rows: Row[]) => (own.length === 0 ? [] : rows)
  return {
    componentOf,
    tables: {
      Directory: [
        ...folders.map((folder, place): Row => {
          const name = folder.slice(folder.lastIndexOf('/') + 1)
          return [directoryOf(folder), folder === 'electron' ? 'INSTALLDIR' : directoryOf(folderOf(folder)), `D${place}|${name}`]
        }),
        ...only(['ProgramMenuFolder', 'TARGETDIR', '.']),
      ],
      Component: components,
      Feature: only(['Window', undefined, 'Window', undefined, 2, 1, 'INSTALLDIR', 0]),
      FeatureComponents: components.map(([name]) => ['Window', name]),
      // 0: not to be had. Nothing answers a window where the agent is not resident; what is installed can always be removed.
      Condition: only(['Window', 0, 'NOT Installed AND (WINDOW = "0" OR MODE = "scheduled")']),
      Shortcut: only([
        'WindowShortcut',
        'ProgramMenuFolder',
        'SOMAY|So May',
        componentOf(PROGRAM),
        `[#${program}]`,
        DOOR,
        'What this PC reported, and when',
        undefined,
        undefined,
        undefined,
        undefined,
        'WINDOWDIR',
      ]),
      Registry: only(['WindowAtLogon', HKLM, RUN_KEY, 'SoMayWindow', `"[#${program}]" ${DOOR} --tray --background`, 'WindowAtLogon']),
    },
  }
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

function foldersAbove(path: string): string[] {
  const folder = folderOf(path)
  return folder.includes('/') ? [...foldersAbove(folder), folder] : [folder]
}

/** Twelve signs of a GUID, which tell a few hundred names apart. */
export const digest = (guid: string): string => guid.replaceAll(/[{}-]/g, '').slice(0, 12)
