/** The fences of the house: the table of imports holds, sees everything, and catches the sins planted for it. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { importsOf, sourcesUnder } from './architecture/imports.ts'
import { sinsIn } from './architecture/sins.ts'
import { ALIASES, FEWEST_MODULES, ROOMS, TYPES_ONLY } from './architecture/table.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const PARTS = ['shared', 'agent', 'collector', 'installers']

const allSources = () => PARTS.flatMap((part) => sourcesUnder(ROOT, part)).filter((file) => !file.startsWith('collector/web/public/'))

test('every import is one the table allows', () => {
  const sources = allSources()
  assert.ok(sources.length >= FEWEST_MODULES, `only ${sources.length} modules were seen; the reader is blind`)
  const sins = sinsIn(
    sources.flatMap((file) => importsOf(ROOT, file, ALIASES)),
    ROOMS,
    TYPES_ONLY,
  )
  assert.deepEqual(
    sins.map((sin) => `${sin.from} imports ${sin.target}, but ${sin.room}: ${sin.because}`),
    [],
  )
})

test('every room of the table exists, and every package it names is used there', () => {
  for (const { folder } of ROOMS) assert.ok(existsSync(join(ROOT, folder)), `${folder} is in the table and not in the house`)
  const imports = allSources().flatMap((file) => importsOf(ROOT, file, ALIASES))
  for (const { folder, may } of ROOMS) {
    for (const allowed of may.filter((name) => !name.includes('/src') && !name.startsWith('collector/') && name !== 'node:')) {
      const used = imports.some(({ from, target }) => from.startsWith(folder) && (target === allowed || target.startsWith(`${allowed}/`)))
      assert.ok(used, `${folder} may import ${allowed}, but does not: take it out of the table`)
    }
  }
})

test('the applications export nothing', () => {
  for (const part of ['agent', 'collector']) {
    const { exports } = JSON.parse(readFileSync(join(ROOT, part, 'package.json'), 'utf8')) as { exports: unknown }
    assert.deepEqual(exports, {}, part)
  }
})

const SINS: readonly (readonly [file: string, line: string])[] = [
  ['shared/src/facts/clock.ts', "import { readFileSync } from 'node:fs'"],
  ['agent/src/probes/tpm.ts', "import { spawn } from 'node:child_process'"],
  ['agent/src/probes/windows/tpm.ts', "import { readTpm } from '../tpm.ts'"],
  ['agent/src/probes/macos/bios.ts', "import { readBios } from '../bios.ts'"],
  ['agent/src/probes/disks.ts', "import { put } from '../outbox/put.ts'"],
  ['agent/src/outbox/put.ts', "import { sendAll } from '../send/send-all.ts'"],
  ['agent/src/report/make.ts', "import { Database } from '#collector/store/database.ts'"],
  ['agent/src/door/contact.ts', "import { contactCollector } from '../send/contact.ts'"],
  ['agent/src/door/check.ts', "import { Check } from 'typebox/value'"],
  ['agent/src/desktop/read.ts', "import { openStateFolder } from '../state/state-folder.ts'"],
  ['agent/src/preload/files.ts', "import { readFileSync } from 'node:fs'"],
  ['agent/src/window/shell.ts', "import { shell } from 'electron'"],
  ['agent/src/window/answers.ts', "import { BRIDGE } from '../preload/bridge.ts'"],
  ['collector/src/store/reports/view.ts', "import { readPcList } from '../../fleet/pc-list/query.ts'"],
  ['collector/src/store/people.ts', "import sqlite3 from 'sqlite3'"],
  ['collector/src/export/query.ts', "import { sql } from 'kysely'"],
  ['collector/src/fleet/pc-list/write.ts', "import { enrolPc } from '../../store/enrolments.ts'"],
  ['collector/src/ingest/page.ts', "export { readPcPage } from '../fleet/pc-page/query.ts'"],
  ['collector/web/pages/list.tsx', "import { PC_LIST_COLUMNS } from '../../src/fleet/pc-list/columns.ts'"],
  ['collector/web/pages/catalogue.ts', "import { FACTS } from '@somay/shared/facts/index.ts'"],
  ['collector/web/pages/later.ts', "const fs = await import('node:fs')"],
  ['installers/linux/pack.mjs', "import { probes } from '../../agent/src/probes/index.ts'"],
  ['collector/elsewhere/lost.ts', "import { hash } from 'node:crypto'"],
]

test('the fence catches each planted sin', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'somay-sins-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  for (const [file, line] of SINS) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), `/** A sin. */\n${line}\n`)
  }
  const seen = PARTS.flatMap((part) => sourcesUnder(root, part))
  assert.equal(seen.length, SINS.length)
  for (const [file] of SINS) assert.equal(sinsIn(importsOf(root, file, ALIASES), ROOMS, TYPES_ONLY).length, 1, `${file} went through`)
})
