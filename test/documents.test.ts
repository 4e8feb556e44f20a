/** Documents say what is so: generated ones are fresh, named paths, scripts and error codes exist, every source opens with its sentence. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { ERRORS } from '#shared/errors.ts'
import { sourcesUnder } from './architecture/imports.ts'
import { GENERATED } from './documents/generated.ts'
import {
  doubledNumbers,
  FORBIDDEN_NAMES,
  isTooLong,
  namedPaths,
  namedScripts,
  opensWithSentence,
  strangeCharacters,
} from './documents/rules.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const PARTS = ['shared', 'agent', 'collector', 'installers', 'test']
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

function markdownUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (['node_modules', 'dist', 'fixtures'].includes(entry.name) || entry.name.startsWith('.')) return []
    return entry.isDirectory() ? markdownUnder(path) : entry.name.endsWith('.md') ? [path] : []
  })
}

const documents = () => ['README.md', ...PARTS.flatMap(markdownUnder)]
const sources = () => PARTS.flatMap((part) => sourcesUnder(ROOT, part)).filter((file) => !file.includes('/fixtures/'))

test('the generated documents are as the sources say', () => {
  for (const [path, write] of Object.entries(GENERATED)) assert.equal(read(path), write(), `${path} is stale; run npm run docs`)
})

test('every path and script a document names exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  for (const document of documents()) {
    for (const path of namedPaths(read(document))) assert.ok(existsSync(join(ROOT, path)), `${document} names ${path}`)
    for (const script of namedScripts(read(document))) assert.ok(script in scripts, `${document} names npm run ${script}`)
  }
})

test('every error code is used, and every code used is in the register', () => {
  const code = sources()
    .filter((file) => file.startsWith('collector/src'))
    .map(read)
    .join('\n')
  for (const name of Object.keys(ERRORS)) assert.ok(code.includes(`'${name}'`), `${name} is in the register and nobody answers it`)
  for (const [, name] of code.matchAll(/new Problem\(\s*'([a-z-]+)'/g))
    assert.ok((name as string) in ERRORS, `${name} is answered and not in the register`)
})

test('every source opens with one sentence on what it is for, is no longer than can be read at once and holds no strange character', () => {
  for (const file of sources()) {
    const text = read(file)
    assert.ok(opensWithSentence(text), `${file} does not open with its sentence`)
    assert.equal(isTooLong(text), false, `${file} is longer than a file may be`)
    assert.deepEqual(strangeCharacters(text), [], file)
    assert.equal(FORBIDDEN_NAMES.test(file), false, `${file}: name it after what it holds`)
  }
})

test('decision numbers are given once', () => {
  assert.deepEqual(doubledNumbers(readdirSync(join(ROOT, 'shared/docs/decisions'))), [])
})

test('the lock file names no download addresses', () => {
  assert.equal(/"resolved": "http/.test(read('package-lock.json')), false)
})

test('each of these checks catches a planted sin', () => {
  assert.deepEqual(namedPaths('see `agent/src/nowhere.ts`'), ['agent/src/nowhere.ts'])
  assert.deepEqual(namedScripts('`npm run standalone` and npm start'), ['standalone', 'start'])
  assert.deepEqual(strangeCharacters("ok\n'X\u2011Forwarded'"), ['2: U+2011'])
  assert.deepEqual(strangeCharacters('a\u00a0b'), ['1: U+00A0'])
  assert.equal(opensWithSentence("import x from 'y'\n"), false)
  assert.deepEqual(['x\n'.repeat(300), 'x\n'.repeat(301)].map(isTooLong), [false, true])
  assert.deepEqual(doubledNumbers(['0001-a.md', '0002-b.md', '0002-c.md']), ['0002'])
  assert.ok(FORBIDDEN_NAMES.test('agent/src/utils/x.ts'))
})
