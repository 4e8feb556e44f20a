/** Brings together the window of a Windows PC: Electron as it is published, with our page and main process as its application. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { root } from '../build/root.ts'
import type { StagedFile } from './stage-agent.ts'

export const WINDOW_FOLDER = 'electron'

const APP = `${WINDOW_FOLDER}/resources/app`

/** Nothing else is shown by it: of 50 MB of languages two stay. */
const LANGUAGES = new Set(['vi.pak', 'en-US.pak'])

/** `electronDist` is the folder of Electron's Windows files, `room` one for what is made on the way. Names are paths below the agent's folder. */
export async function stageWindow(electronDist: string, room: string, built = join(root, 'agent', 'dist')): Promise<StagedFile[]> {
  const from = resolve(electronDist)
  if (!existsSync(join(from, 'electron.exe')))
    throw new Error(`ELECTRON_DIST: there is no electron.exe in ${from}. It takes the unpacked electron-VERSION-win32-x64.zip.`)
  const manifest = join(room, 'package.json')
  await mkdir(room, { recursive: true })
  await writeFile(manifest, `${JSON.stringify({ name: 'so-may', main: 'desktop/main.cjs' })}\n`)
  const published = below(from).filter((name) => name !== 'resources/default_app.asar' && isWanted(name))
  const own = ['desktop', 'window'].flatMap((folder) => below(join(built, folder)).map((name) => `${folder}/${name}`))
  if (!own.includes('desktop/main.cjs') || !own.includes('window/index.html')) throw new Error('the window is not built: run npm run build')
  return [
    ...published.map((name) => ({ name: `${WINDOW_FOLDER}/${name}`, path: join(from, name) })),
    { name: `${APP}/package.json`, path: manifest },
    ...own
      .filter((name) => !name.endsWith('.map') && name !== 'desktop/fuses.cjs')
      .map((name) => ({ name: `${APP}/${name}`, path: join(built, name) })),
  ]
}

/** As Electron publishes it in a file of its own. */
export function electronVersionIn(electronDist: string): string {
  return readFileSync(join(electronDist, 'version'), 'utf8').trim().replace(/^v/, '')
}

function isWanted(name: string): boolean {
  const [folder, file = ''] = name.split('/')
  return folder !== 'locales' || LANGUAGES.has(file)
}

/** Files in a folder and below it, sorted, with / between. */
function below(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}
