/** The packages of npm that the collector needs to run: what its own package.json names and what those need, found where npm put them. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from '../build/root.ts'

type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** What a package needs to be compiled, and never again: by package. */
const BUILD_ONLY: Readonly<Record<string, readonly string[]>> = { sqlite3: ['prebuild-install', 'node-addon-api', 'node-gyp', 'tar'] }

/** Their folders in the clone, such as "node_modules/pg". Throws when one is missing. */
export function productionPackages(): readonly string[] {
  const found = new Set<string>()
  const walk = (folder: string, name: string) => {
    const { dependencies = {}, optionalDependencies = {} } = manifestOf(folder)
    const wanted = Object.keys({ ...dependencies, ...optionalDependencies }).filter((one) => !BUILD_ONLY[name]?.includes(one))
    for (const one of wanted) {
      const place = lookUp(folder, one)
      // Of another system.
      if (place === undefined && one in optionalDependencies) continue
      if (place === undefined) throw new Error(`${name} needs ${one}, which is not installed: run npm ci`)
      if (found.has(place)) continue
      found.add(place)
      walk(place, one)
    }
  }
  walk(join(root, 'collector'), 'the collector')
  return [...found].map((folder) => relative(root, folder)).sort()
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

/** As Node looks a package up: beside who asks, then in each folder above. */
function lookUp(from: string, name: string): string | undefined {
  for (let folder = from; folder.length >= root.length - 1; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return place
  }
  return undefined
}
