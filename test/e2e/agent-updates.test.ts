/** Agent updates in a browser: with nothing held it says what to do; a rollout is begun, widened, halted; its figures lead to the PCs. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, type TestContext, test } from 'node:test'
import { openDatabase } from '#collector/store/database.ts'
import { tellOffer, tellOutcome, tellPackage } from '#collector/store/pc-updates.ts'
import { writeRelease } from '../../installers/build/write-release.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

const KIND = 'linux-deb-amd64'
let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

async function hold(version: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'somay-release-'))
  try {
    await ledger.command('update-key', 'make', '--out', folder)
    const path = join(folder, `somay-agent_${version}_amd64.deb`)
    writeFileSync(path, `the package of ${version}`)
    await writeRelease(path, KIND, version, join(folder, 'update-key.pem'))
    await ledger.command('release', 'add', '--file', path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As the agents of the first PCs tell it. */
async function tell(): Promise<void> {
  const database = await openDatabase(ledger.dataFolder)
  try {
    const pcs = await database.read.selectFrom('pc').select('id').orderBy('id').limit(4).execute()
    for (const [place, { id }] of pcs.entries()) {
      await tellPackage(database, id, KIND, place === 0 ? '0.2.0' : place === 3 ? '0.0.9' : '0.1.0', Date.now())
      if (place < 3) await tellOffer(database, id, '0.2.0', Date.now())
    }
    const outcome = { version: '0.2.0', sha256: 'a'.repeat(64), at: new Date().toISOString() }
    await tellOutcome(database, pcs[0]?.id ?? 0, { ...outcome, end: 'installed' }, Date.now())
    const back = { ...outcome, end: 'rolled-back', reason: 'no-sign-of-life', detail: 'it said nothing' } as const
    await tellOutcome(database, pcs[1]?.id ?? 0, back, Date.now())
  } finally {
    await database.close()
  }
}

test('nothing held: it says so, and how a package comes in', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/agent-updates')
  await page.getByText('release add --file', { exact: false }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Bắt đầu đợt cập nhật' }).count(), 0)
  await expectAccessible(page)
})

test('a rollout is begun, widened and halted, and its figures lead to the PCs', async (t) => {
  for (const version of ['0.1.0', '0.2.0']) await hold(version)
  await tell()
  const page = await visit(t, inside)
  await page.goto('/agent-updates')
  await page.getByRole('button', { name: 'Bắt đầu đợt cập nhật' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Phiên bản').selectOption('0.2.0')
  await screenshot(page, 'agent-updates-begin')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Bắt đầu đợt cập nhật' }).click()
  const row = page.getByRole('row', { name: /0\.2\.0 Toàn bộ đơn vị/ })
  await row.getByRole('button', { name: '50 %' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '50 %' }).click()
  await row.getByRole('button', { name: '50 %', pressed: true }).waitFor()
  assert.match(await textOf(row), /1 máy chờ: chưa có gói của phiên bản đang chạy/)
  await screenshot(page, 'agent-updates', { fullPage: true })
  await expectAccessible(page)

  await row.getByRole('link', { name: '1' }).last().click()
  await page.waitForURL(/version=0\.2\.0&state=rolled-back/)
  const pcs = page.getByRole('table', { name: 'Các máy cập nhật lên 0.2.0' })
  await pcs.getByText('phiên bản mới không báo về').waitFor()
  await screenshot(page, 'agent-updates-pcs', { fullPage: true })
  await expectAccessible(page)
  await pcs.getByRole('link').first().click()
  await page.waitForURL(/\/pcs\/\d+/)
  await page.goBack()

  await row.getByRole('button', { name: 'Tạm dừng' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tạm dừng' }).click()
  await row.getByText('tạm dừng', { exact: true }).waitFor()

  const english = await visit(t, { ...inside, language: 'en', theme: 'dark' })
  await english.goto('/agent-updates?version=0.2.0')
  await english.getByRole('heading', { name: 'PCs updating to 0.2.0: however it went' }).waitFor()
  await english.getByRole('button', { name: 'Go on' }).waitFor()
  await screenshot(english, 'agent-updates-en', { fullPage: true })
  await expectAccessible(english)

  await page.goto('/audit')
  assert.match(await textOf(page.locator('tbody')), /tạm dừng đợt cập nhật/)
})
