// Installs packages and builds what is run, only when the lock file or the sources changed; says what it is doing.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

const wantedMajor = 24
const installMark = join(root, 'node_modules', '.somay-installed')

/** The Node the product runs on: npm installs it as an optional dependency for this platform (see decision 0002). */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const folder = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const pinned = join(root, 'node_modules', folder, 'bin', name)
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath
  console.error(
    `This product runs on Node ${wantedMajor}, but this is ${process.version} and npm installed no Node for ${process.platform}-${process.arch}.`,
  )
  console.error(`Install Node ${wantedMajor} from your system's packages, put it first on PATH, and run the command again.`)
  return process.exit(1)
}

/** Runs up to `level`: 'install' (packages) or 'build' (packages, then the agent, the collector and the pages). */
export function prepare(level) {
  install()
  if (level === 'build') build()
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(installMark) && readFileSync(installMark, 'utf8') === lock) return
  say('Installing packages (the first time takes one to three minutes; sqlite3 is compiled from source) ...')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], systemEnvironment())
  writeFileSync(installMark, lock)
}

function build() {
  const mark = join(root, '.build', 'built')
  const now = sourcesDigest(['shared/src', 'agent/src', 'collector/src', 'collector/web', 'installers/source', 'package-lock.json'])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  say('Building the agent, the collector and the pages ...')
  run(pinnedNode(), [join(root, 'installers/source/build.mjs')])
  mkdirSync(join(root, '.build'), { recursive: true })
  writeFileSync(mark, now)
}

function sourcesDigest(places) {
  const digest = createHash('sha256')
  const walk = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (statSync(full).isFile()) return void digest.update(path).update(readFileSync(full))
    for (const name of readdirSync(full).sort()) {
      if (name !== 'dist' && name !== 'node_modules') walk(`${path}/${name}`)
    }
  }
  for (const place of places) walk(place)
  return digest.digest('hex')
}

// npm puts node_modules/.bin first on PATH; installing must not run on the very Node it is about to replace.
function systemEnvironment() {
  const kept = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  return { ...process.env, PATH: kept.join(delimiter) }
}

function run(command, args, env = process.env) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env, shell: process.platform === 'win32' })
  if (done.status === 0) return
  console.error(
    `"${command} ${args.join(' ')}" failed${done.error ? `: ${done.error.message}` : ''}. Read the lines above, mend the cause and run the command again.`,
  )
  process.exit(done.status ?? 1)
}

function say(sentence) {
  console.log(`[somay] ${sentence}`)
}
