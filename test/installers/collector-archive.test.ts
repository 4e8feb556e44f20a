/** The collector as one archive: unpacked anywhere it serves, and nothing it needs was left out. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { buildCollectorTar } from '../../installers/collector/build-collector-tar.ts'
import { temporaryFolder } from '../agent/temporary-folder.ts'
import { loggedIn } from '../http-client.ts'
import { LINUX_ROOM } from './linux-room.ts'

const skip =
  LINUX_ROOM === undefined ? 'NOT RUN: building takes programs and a Node that .ci/run brings; it names them in SOMAY_LINUX_ROOM' : false

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PASSWORD = 'mot mat khau dai'

test('unpacked it serves pages, passwords, files and its documentation, and each package it names is there', { skip }, async (t) => {
  const folder = temporaryFolder(t)
  const archive = await buildCollectorTar({ version: '0.1.0', room: join(folder, 'room'), outFolder: folder, compression: 'quick' })
  assert.equal(spawnSync('tar', ['xzf', archive, '-C', folder]).status, 0)
  const home = join(folder, 'somay-collector-0.1.0-linux-x64')
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'collector/package.json'), 'utf8')) as { dependencies: object }
  writeFileSync(
    join(home, 'dist/all.mjs'),
    Object.keys(dependencies)
      .map((name) => `await import(${JSON.stringify(name)})\n`)
      .join(''),
  )
  const imported = spawnSync(join(home, 'node'), [join(home, 'dist/all.mjs')])
  assert.equal(imported.status, 0, imported.stderr.toString())

  writeFileSync(join(home, 'collector.env'), `SOMAY_PORT=0\nSOMAY_DATA=${join(folder, 'data')}\nSOMAY_ADMIN_PASSWORD="${PASSWORD}"\n`)
  const child = spawn(join(home, 'bin/somay-collector'), ['serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
    cwd: folder,
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  t.after(async () => {
    child.kill('SIGTERM')
    await ended
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      const found = /M\u00e1y: (http\S+)/.exec(part.toString())?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error('it ended')))
  })
  const client = await loggedIn(url, 'admin', PASSWORD)
  for (const [path, type] of [
    ['/', /html/],
    ['/api/v1/openapi.json', /json/],
    ['/api/v1/documentation/', /html/],
    ['/api/v1/counts/export?format=xlsx', /spreadsheet/],
    ['/api/v1/counts/export?format=docx', /wordprocessing/],
  ] as const) {
    const answer = await client.fetch(path)
    assert.equal(answer.status, 200, path)
    assert.match(answer.headers.get('content-type') ?? '', type)
    await answer.arrayBuffer()
  }
})
