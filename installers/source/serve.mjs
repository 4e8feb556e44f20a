// Runs the collector and this PC's own agent side by side until Ctrl-C; `demo` fills a second data folder first.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './prepare.mjs'

const [mode, ...args] = process.argv.slice(2)
const { values } = readFlags()

const collector = join(root, 'collector/dist/collector.mjs')
const agent = join(root, 'agent/dist/agent.mjs')
const demo = mode === 'demo'
const data = resolve(values.data ?? (demo ? undefined : process.env.SOMAY_DATA) ?? join(root, demo ? 'data-demo' : 'data'))
const database = values.database ?? (demo ? '' : (process.env.SOMAY_DATABASE ?? ''))
const agentState = join(data, 'agent')
const environment = {
  ...process.env,
  SOMAY_DATA: data,
  SOMAY_DATABASE: database,
  ...(values.port && { SOMAY_PORT: values.port }),
  ...(values.host && { SOMAY_HOST: values.host }),
}

function readFlags() {
  const text = { type: 'string' }
  try {
    return parseArgs({ args, options: { port: text, host: text, data: text, database: text, ...(mode === 'demo' && { pcs: text }) } })
  } catch (error) {
    console.error(error.message)
    console.error(
      `npm run ${mode} -- [--port N] [--host ADDRESS] [--data FOLDER] [--database postgres://...]${mode === 'demo' ? ' [--pcs N]' : ''}`,
    )
    return process.exit(2)
  }
}

if (demo) {
  const pcs = values.pcs ? ['--pcs', values.pcs] : []
  const loaded = spawnSync(process.execPath, [collector, 'demo', ...pcs], { stdio: 'inherit', env: environment })
  if (loaded.status !== 0) process.exit(loaded.status ?? 1)
}

const children = []
let stopping = false

function start(file, fileArgs, env, stdio = 'inherit') {
  const child = spawn(process.execPath, [file, ...fileArgs], { env, stdio })
  children.push(child)
  child.on('exit', (code) => {
    if (!stopping) stop(code ?? 1)
  })
  return child
}

/** Ends both and waits for them; the agent first, so that its last words still reach the collector. */
async function stop(code) {
  if (stopping) return
  stopping = true
  for (const child of [...children].reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await ended
  }
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0))

// The collector gets its own process group on Ctrl-C's side only through us: it must outlive the agent by a moment.
const served = start(collector, ['serve'], environment, ['ignore', 'pipe', 'inherit'])
const address = await new Promise((found) => {
  let seen = ''
  served.stdout.on('data', (chunk) => {
    process.stdout.write(chunk)
    seen += chunk
    const match = /S\u1ed5 M\u00e1y: (http\S+)/.exec(seen)
    if (match) found(match[1])
  })
})

// The demo is the province alone: this PC would be one too many in it.
if (!demo) startAgent()

function startAgent() {
  // Of the collector's secrets the agent gets none.
  const { SOMAY_ADMIN_PASSWORD: _password, SOMAY_DATABASE: _database, ...own } = environment
  const agentEnvironment = { ...own, SOMAY_AGENT_STATE: agentState, SOMAY_COLLECTOR: address }
  if (!existsSync(join(agentState, 'credential.json'))) {
    const made = spawnSync(process.execPath, [collector, 'enrol-token', 'create', '--label', 'npm start'], {
      env: environment,
      encoding: 'utf8',
    })
    if (made.status !== 0) {
      console.error(made.stderr)
      return stop(1)
    }
    const enrolled = spawnSync(process.execPath, [agent, 'enrol'], {
      env: { ...agentEnvironment, SOMAY_TOKEN: made.stdout.trim() },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (enrolled.status !== 0) return stop(1)
  }
  start(agent, ['run'], agentEnvironment, ['ignore', 'ignore', 'inherit'])
}
