/** ASSURANCE.md against the sources: people who decide over the agent must find every fact and every command in it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { FACTS } from '#shared/facts/index.ts'
import { sourcesUnder } from '../architecture/imports.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const assurance = readFileSync(`${ROOT}agent/ASSURANCE.md`, 'utf8')
const HEADINGS = { linux: 'Linux', windows: 'Windows', macos: 'macOS' } as const

/** Names of the first column of "What it reads (system)". */
function factsTold(document: string, system: string): string[] {
  const section = document.split(`## What it reads (${system})`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| ([^|]+?) +\|/gm)].flatMap(([, cell]) => (cell as string).replace(/ \(.*\)/, '').split(', '))
}

/** The first words of commands the sources start, without folder and ending. */
function commandsStarted(source: string): string[] {
  return [...source.matchAll(/runCommand\(\s*'([^']+)'/g)].map(([, command]) =>
    (command as string).replace(/^.*\//, '').replace(/\.exe$/, ''),
  )
}

const untold = (document: string, source: string) => commandsStarted(source).filter((name) => !new RegExp(`\`${name}\\b`).test(document))

test('every fact of every system is told to those who decide', () => {
  for (const [platform, heading] of Object.entries(HEADINGS)) {
    const told = factsTold(assurance, heading)
    const facts = Object.values(FACTS).filter(({ platforms }) => (platforms as readonly string[]).includes(platform))
    assert.deepEqual(
      facts.map(({ name }) => name).filter((name) => !told.includes(name)),
      [],
      `agent/ASSURANCE.md, ${heading}`,
    )
  }
})

test('every command the agent starts is told', () => {
  for (const file of sourcesUnder(ROOT, 'agent/src')) assert.deepEqual(untold(assurance, readFileSync(`${ROOT}${file}`, 'utf8')), [], file)
})

test('a fact or a command nobody was told of is found', () => {
  assert.ok(!factsTold('## What it reads (Linux)\n| os, patches | x |\n', 'Linux').includes('tpm'))
  assert.deepEqual(untold('`dnf check-update`', "platform.runCommand('/usr/bin/curl', [])"), ['curl'])
  assert.deepEqual(untold('`curl`', "platform.runCommand('/usr/bin/curl', [])"), [])
})
