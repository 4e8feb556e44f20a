// Runs the collector and this PC's own agent side by side until Ctrl-C; `demo` fills a second data folder first.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './prepare.mjs'

const [mode, ...args] = process.argv.slice(2)
const { values } = parseArgs({
  args,
  options: { port: { type: 'string' }, data: { type: 'string' }, database: { type: 'string' }, pcs: { type: 'string' } },
})

const collector = join(root, 'collector/dist/collector.mjs')
const agent = join(root, 'agent/dist/agent.mjs')
const demo = mode === 'demo'
const data = resolve(values.data ?? (demo ? undefined : process.env.SOMAY_DATA) ?? join(root, demo ? 'data-demo' : 'data'))
const database = values.database ?? (demo ? '' : (process.env.SOMAY_DATABASE ?? ''))
const agentState = join(data, 'agent')
const environment = { ...process.env, SOMAY_DATA: data, SOMAY_DATABASE: database, ...(values.port ? { SOMAY_PORT: values.port } : {}) }

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

const agentEnvironment = { ...environment, SOMAY_AGENT_STATE: agentState, SOMAY_COLLECTOR: address }
if (!existsSync(join(agentState, 'credential.json'))) {
  const made = spawnSync(process.execPath, [collector, 'enrol-token', 'create', '--label', 'npm start'], {
    env: environment,
    encoding: 'utf8',
  })
  if (made.status !== 0) {
    console.error(made.stderr)
    await stop(1)
  }
  const enrolled = spawnSync(process.execPath, [agent, 'enrol', '--collector', address, '--token', made.stdout.trim()], {
    env: agentEnvironment,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (enrolled.status !== 0) await stop(1)
}
start(agent, ['run'], agentEnvironment, ['ignore', 'ignore', 'inherit'])
