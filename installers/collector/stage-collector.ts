/** Lays the collector out as it lies on a server: Node, the bundle, the pages, and the packages it needs without what only their makers need. */
import { existsSync, readFileSync } from 'node:fs'
import { chmod, copyFile, cp, mkdir } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { bundledNode } from '../build/bundled-node.ts'
import { lockedPackage } from '../build/locked-package.ts'
import { root } from '../build/root.ts'
import { productionPackages } from './production-packages.ts'
import { windowsDriver } from './windows-driver.ts'

/** Declarations, source maps and documents; licences stay. */
const FILES_LEFT_OUT = /\.([cm]?ts|map|md|markdown|gyp|gypi|flow)$/i
/** Beside a package's own code. Deeper in it the same names are code: `yaml` keeps some in a folder "doc". */
const FOLDERS_LEFT_OUT = /^(tests?|__tests__|docs?|examples?|benchmarks?|\.github|\.vscode|coverage)$/i

/** Of packages that are mostly something else: what stays, as paths in them. */
const KEPT_ALONE: Readonly<Record<string, readonly string[]>> = {
  sqlite3: ['package.json', 'LICENSE', 'lib', join('build', 'Release', 'node_sqlite3.node')],
  docx: ['package.json', 'LICENSE', join('dist', 'index.mjs'), join('dist', 'index.cjs')],
}

const SQLITE = join('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node')

/** Of packages with a compiled part for each system, the one of a system the clone is not on. */
const OF_LINUX = /^node_modules\/@node-rs\/argon2-linux-/
const OF_WINDOWS = '@node-rs/argon2-win32-x64-msvc'

/** Into `into`: node, dist, web, node_modules. */
export async function stageCollector(into: string, system: 'linux-x64' | 'win-x64' = 'linux-x64'): Promise<void> {
  const isWindows = system === 'win-x64'
  const bundles = join(root, 'collector', 'dist')
  if (!existsSync(join(bundles, 'collector.mjs'))) throw new Error('the collector is not built: run npm run build')
  await mkdir(into, { recursive: true })
  const program = join(into, isWindows ? 'node.exe' : 'node')
  await copyFile((await bundledNode(system)).path, program)
  await chmod(program, 0o755)
  await cp(bundles, join(into, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.map') })
  await cp(join(root, 'collector/web/dist'), join(into, 'web/dist'), { recursive: true })
  for (const folder of productionPackages()) if (!isWindows || !OF_LINUX.test(folder)) await copyPackage(folder, into)
  if (!isWindows) return
  await cp((await lockedPackage(OF_WINDOWS)).folder, join(into, 'node_modules', OF_WINDOWS), { recursive: true })
  await copyFile(await windowsDriver(), join(into, SQLITE))
}

async function copyPackage(folder: string, into: string): Promise<void> {
  const from = join(root, folder)
  // Workspaces have folders of their own; on the server there is one.
  const to = join(into, folder.slice(folder.indexOf('node_modules')))
  const name = folder.split(`node_modules${sep}`).at(-1) ?? ''
  const kept = KEPT_ALONE[name]
  await mkdir(dirname(to), { recursive: true })
  await cp(from, to, {
    recursive: true,
    dereference: true,
    filter(path) {
      const inside = relative(from, path)
      if (inside === '') return true
      // Packages within packages come by themselves, where they are needed.
      if (inside.split(sep).includes('node_modules')) return false
      if (kept) return kept.some((one) => one === inside || one.startsWith(inside + sep) || inside.startsWith(one + sep))
      return !FILES_LEFT_OUT.test(basename(path)) && !FOLDERS_LEFT_OUT.test(inside)
    },
  })
}

/** The newest version of the C library that the compiled driver asks for, which an older system lacks: "2.34". */
export function neededGlibc(): string {
  const binary = readFileSync(join(root, SQLITE), 'latin1')
  const versions = [...binary.matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) => Number(minor))
  return `2.${Math.max(...versions)}`
}
