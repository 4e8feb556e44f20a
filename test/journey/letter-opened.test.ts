/** The letter and the workbook of counts opened in an office suite, where there is one: nothing of the head or the table breaks on the page. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadDemo } from '#collector/demo/load.ts'
import { openDatabase } from '#collector/store/database.ts'
import { startCollector } from '../collector-process.ts'
import { loggedIn } from '../http-client.ts'

const has = (command: string, ...args: string[]) => spawnSync(command, args).error === undefined
const missing = ['soffice', 'pdftotext'].filter((command) => !has(command, '--version'))
const skip = missing.length > 0 && `NOT RUN: no ${missing.join(', no ')} here (libreoffice-writer, libreoffice-calc, poppler-utils)`

function textOfFile(folder: string, name: string): string {
  const settings = `-env:UserInstallation=file://${join(folder, 'office')}`
  const made = spawnSync('soffice', [settings, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, name)], {
    encoding: 'utf8',
  })
  assert.equal(made.status, 0, made.stderr)
  return spawnSync('pdftotext', ['-layout', join(folder, name.replace(/\w+$/, 'pdf')), '-'], { encoding: 'utf8' }).stdout
}

test('letter and workbook open in an office suite with every figure whole', { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'somay-letter-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const database = await openDatabase(folder)
  await loadDemo(database, { pcs: 2_132, seed: 1, now: Date.now(), timeZone: 'Asia/Ho_Chi_Minh', progress: () => {} })
  await database.close()
  const collector = await startCollector(t, { dataFolder: folder })
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  for (const format of ['docx', 'xlsx']) {
    const response = await client.fetch(`/api/v1/counts/export?format=${format}`)
    writeFileSync(join(folder, `counts.${format}`), Buffer.from(await response.arrayBuffer()))
  }
  const letter = textOfFile(folder, 'counts.docx')
  for (const whole of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ', 'PHỤ LỤC'])
    assert.ok(letter.includes(whole), `${whole} in one line`)
  assert.match(letter, /Tổng cộng +2\.785 +2\.132 +76,6% +2\.132 +6 +2\.068 +97,0% +97,3%/)
  assert.match(textOfFile(folder, 'counts.xlsx'), /Tổng cộng/)
})
