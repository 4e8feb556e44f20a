/** The packages the agent ships, against the list people agreed to. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

type LockedPackage = {
  version?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  link?: boolean
  resolved?: string
}

const root = new URL('../../', import.meta.url).pathname
const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as { packages: Record<string, LockedPackage> }
const SNAPSHOT = `${root}agent/dependencies.snapshot.txt`

/** Where npm would find a package asked for from `from`: the nearest node_modules upwards. */
function placeOf(name: string, from: string): string {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (lock.packages[place]) return place
    if (folder === '' || !folder.includes('node_modules')) return `node_modules/${name}`
  }
}

function shippedPackages(): string[] {
  const seen = new Set<string>()
  const visit = (place: string): void => {
    const found = lock.packages[place]
    const target = found?.link ? (found.resolved ?? place) : place
    if (seen.has(target)) return
    seen.add(target)
    const { dependencies = {}, optionalDependencies = {} } = lock.packages[target] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) visit(placeOf(name, target))
  }
  visit('agent')
  visit('shared')
  return [...seen]
    .filter((place) => place.includes('node_modules/'))
    .map((place) => `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${lock.packages[place]?.version}`)
    .sort()
}

test('every package in the agent was agreed to', () => {
  const agreed = readFileSync(SNAPSHOT, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const shipped = shippedPackages()
  assert.ok(shipped.length >= 4, 'the walk saw the packages')
  assert.deepEqual(
    shipped,
    agreed,
    `The agent's packages changed. Look at each new one; then write this list into agent/dependencies.snapshot.txt:\n${shipped.join('\n')}\n`,
  )
})
