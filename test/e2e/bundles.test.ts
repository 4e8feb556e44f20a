/** Handing in offline bundles as a person does: many files, their units, refusals, a session that ends, and where it leads. */
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { temporaryFolder } from '../agent/temporary-folder.ts'
import { anotherPc, bundleFile, newKeys, spoilt } from '../make-bundle.ts'
import { makeReport } from '../make-report.ts'
import { HOSTILE_NAMES, UNITS } from './known-pcs.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

const DAY_MS = 86_400_000

let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

type Picked = { name: string; mimeType: string; buffer: Buffer }
const picked = (name: string, buffer: Buffer): Picked => ({ name, mimeType: 'application/octet-stream', buffer })

/** As many bundles of one PC as there are ages, in days; the files are named after PC and moment, as the agent does. */
function bundlesOf(hostName: string, ...ages: number[]): Picked[] {
  const keys = newKeys()
  const facts = anotherPc(hostName)
  return ages.map((days) => {
    const takenAt = Date.now() - days * DAY_MS
    const moment = new Date(takenAt).toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-')
    return picked(`${hostName.slice(0, 40)}-${moment}.somay`, bundleFile(keys, makeReport({ facts, takenAt }), hostName))
  })
}

async function openDesk(t: TestContext, options: Partial<Visit> = {}): Promise<Page> {
  const page = await visit(t, { ...inside, ...options })
  await page.goto('/bundles')
  await page.locator('.latest-imports').waitFor()
  return page
}

const pick = (page: Page, files: readonly Picked[]) => page.locator('input[type=file]').setInputFiles([...files])
const start = (page: Page) => page.locator('.hand-in button[type=submit]').click()
const rowOf = (page: Page, name: string) => page.locator('.file-table tbody tr', { hasText: name })
const isThrough = (page: Page, said: RegExp) => page.locator('.files [role=status]', { hasText: said }).waitFor()

async function chooseUnit(page: Page, unit: string): Promise<void> {
  await page.getByRole('button', { name: /^Chọn đơn vị cho|^Choose a unit for/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(unit).check()
  await dialog.getByRole('button', { name: /vào đơn vị này|into this unit/ }).click()
}

test('from the stick to the page of the PC', async (t) => {
  const page = await openDesk(t)
  await page.getByText('somay-agent bundle --out').waitFor()
  await page.getByLabel('Người mang tới').fill('chị Thoa, phòng Một cửa')
  const [old, young] = bundlesOf('BND-PC-001', 9, 2) as [Picked, Picked]
  const [other] = bundlesOf('BND-PC-002', 3) as [Picked]
  await pick(page, [young, other, old])
  await page.getByRole('button', { name: 'Nhập 3 tệp' }).click()
  await isThrough(page, /3 cần chọn đơn vị/)

  await page.getByRole('button', { name: 'Chọn đơn vị cho 3 tệp…' }).click()
  await page.getByRole('button', { name: 'Nhập 3 tệp vào đơn vị này' }).click()
  await page.getByText('Chọn một đơn vị.').waitFor()
  await expectAccessible(page)
  await screenshot(page, 'bundles-unit-vi')
  await page.keyboard.press('Escape')
  await chooseUnit(page, UNITS[0])
  await isThrough(page, /^Kết quả: 3 đã nhập\.$/)
  assert.match(await textOf(rowOf(page, old.name)), /đã nhập · máy mới vào sổ/)
  assert.doesNotMatch(await textOf(rowOf(page, young.name)), /máy mới|cũ hơn/)
  assert.match(await textOf(rowOf(page, young.name)), /chị Thoa, phòng Một cửa/)
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'files-title', 'the focus is not lost with the button')

  const latest = page.locator('.latest-imports tbody tr')
  await latest.nth(2).waitFor()
  assert.match(await textOf(latest.first()), new RegExp(`BND-PC-002.*${UNITS[0]}.*chị Thoa, phòng Một cửa.*admin`))
  await expectAccessible(page)
  await screenshot(page, 'bundles-imported-vi')

  await rowOf(page, old.name).getByRole('link', { name: 'BND-PC-001' }).click()
  await page.getByRole('heading', { level: 1, name: 'BND-PC-001' }).waitFor()
  await page
    .getByText(/Nhập gói ngoại tuyến mà máy ghi ra lúc \d\d\/.*: chị Thoa, phòng Một cửa mang tới, admin nhập\./)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'EN' }).click()
  await page
    .getByText(/Offline bundle imported, made by the PC on .*: carried by chị Thoa, phòng Một cửa, imported by admin\./)
    .first()
    .waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: '3 files' }).waitFor()
})

test('files of several units go each where they belong', async (t) => {
  const page = await openDesk(t, { language: 'en' })
  const [first, second] = [...bundlesOf('BND-PC-010', 1), ...bundlesOf('BND-PC-011', 1)] as [Picked, Picked]
  await pick(page, [first, second])
  await start(page)
  await isThrough(page, /2 unit needed/)
  await page.getByRole('button', { name: 'Choose a unit for 2 files…' }).click()
  await page.getByRole('dialog').getByLabel(second.name).uncheck()
  await page.getByLabel(UNITS[0]).check()
  await page.getByRole('button', { name: 'Import 1 file into this unit' }).click()
  await isThrough(page, /1 imported, 1 unit needed/)
  await chooseUnit(page, UNITS[1])
  await isThrough(page, /^Outcome: 2 imported\.$/)
  const unitOf = async (name: string) => textOf(page.locator('.latest-imports tbody tr', { hasText: name }).locator('td').first())
  assert.deepEqual([await unitOf('BND-PC-010'), await unitOf('BND-PC-011')], [UNITS[0], UNITS[1]])
  await expectAccessible(page)
  await screenshot(page, 'bundles-imported-en')
})

test('each file is told what came of it: repeated, older, refused with what to do', async (t) => {
  const page = await openDesk(t)
  const [older, newer] = bundlesOf('BND-PC-020', 8, 1) as [Picked, Picked]
  await pick(page, [newer])
  await start(page)
  await isThrough(page, /1 cần chọn đơn vị/)
  await chooseUnit(page, UNITS[0])
  await isThrough(page, /1 đã nhập/)
  const forged = picked(
    'forged.somay',
    spoilt(newer.buffer, (bundle) => ({ ...bundle, hostName: 'SOMEONE-ELSE' })),
  )
  const repeated = picked('again.somay', newer.buffer)
  await pick(page, [older, repeated, forged, picked('Thumbs.db', Buffer.from('x')), picked('film.somay', Buffer.alloc(5 * 1024 * 1024))])
  await start(page)
  await isThrough(page, /3 đã nhập, 3 bị từ chối/)
  const said: readonly (readonly [string, RegExp])[] = [
    [older.name, /đã nhập · cũ hơn bản kê đang có/],
    ['again.somay', /đã nhập · tệp này đã nhập trước đây, không có gì thay đổi/],
    ['forged.somay', /bị từ chối · Chữ ký của tệp không đúng.*Lấy lại tệp gốc từ máy đó\. bundle-signature-wrong/],
    ['Thumbs.db', /Tệp này không phải gói ngoại tuyến.*bundle-not-readable không phải tệp gzip/],
    ['film.somay', /lớn hơn mọi gói ngoại tuyến có thể có.*bundle-too-large/],
  ]
  for (const [name, words] of said) assert.match(await textOf(rowOf(page, name)), words, name)

  await page.getByRole('button', { name: '3 bị từ chối' }).click()
  assert.equal(await page.locator('.file-table tbody tr').count(), 3)
  await expectAccessible(page)
  await screenshot(page, 'bundles-refused-vi')
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  assert.match(await textOf(rowOf(page, 'forged.somay')), /refused · The signature of the file is wrong.*Fetch the original file/)
  await page.getByRole('button', { name: 'Remove the file Thumbs.db' }).click()
  await page.getByRole('heading', { name: '5 files' }).waitFor()
  await page.getByRole('button', { name: 'Remove finished rows' }).click()
  await page.getByText('somay-agent bundle --out').waitFor()
})

test('hostile names of PCs, files and carriers are text', async (t) => {
  const page = await openDesk(t)
  const [script, , image, long, turned] = HOSTILE_NAMES
  await page.getByLabel('Người mang tới').fill(image)
  const files = [script, image, long, turned].flatMap((name, place) =>
    bundlesOf(name, 1).map(({ buffer }) => picked(`${place} ${script}.somay`, buffer)),
  )
  await pick(page, files)
  await start(page)
  await isThrough(page, /4 cần chọn đơn vị/)
  await chooseUnit(page, UNITS[1])
  await isThrough(page, /^Kết quả: 4 đã nhập\.$/)
  const names = await page.locator('.file-table tbody a').allTextContents()
  assert.deepEqual(names, [script, image, long, turned])
  await page.locator('.latest-imports tbody tr', { hasText: 'onerror' }).first().waitFor()
  assert.equal(await page.title(), 'Gói ngoại tuyến · Sổ Máy')
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(overflow, 0, 'a name of 250 letters stays in its cell')
  await screenshot(page, 'bundles-hostile-vi')
  await page.locator('.file-table tbody a').first().click()
  await page.getByRole('heading', { level: 1, name: script }).waitFor()
  await page.getByText(`${image} mang tới, admin nhập.`).waitFor()
})

test('a stick is dropped as it is: what ends like a bundle is found in its folders, and nothing else', async (t) => {
  const page = await openDesk(t)
  const stick = temporaryFolder(t)
  mkdirSync(join(stick, 'Sở Nội vụ'))
  for (const { name, buffer } of bundlesOf('BND-PC-030', 1)) writeFileSync(join(stick, name), buffer)
  for (const { name, buffer } of bundlesOf('BND-PC-031', 1)) writeFileSync(join(stick, 'Sở Nội vụ', name), buffer)
  writeFileSync(join(stick, 'Thumbs.db'), 'x')
  const debug = await page.context().newCDPSession(page)
  const drop = async (path: string) => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await debug.send('Input.dispatchDragEvent', { type, x: 400, y: 500, data: { items: [], files: [path], dragOperationsMask: 1 } })
    }
  }
  await drop(stick)
  await page.getByRole('heading', { name: '2 tệp' }).waitFor()
  assert.deepEqual(
    (await page.locator('.file-table tbody th').allTextContents()).map((name) => name.slice(0, 10)),
    ['BND-PC-030', 'BND-PC-031'],
  )
  await drop(temporaryFolder(t))
  await page.getByText('Thư mục vừa thả không có tệp .somay nào.').waitFor()
})

test('with no file chosen the form says so, and Enter starts as the button does', async (t) => {
  const page = await openDesk(t)
  await page.getByLabel('Người mang tới').press('Enter')
  await page.getByText('Chọn hoặc thả ít nhất một tệp.').waitFor()
  await expectAccessible(page)
  await pick(page, bundlesOf('BND-PC-040', 1))
  assert.equal(await page.getByText('Chọn hoặc thả ít nhất một tệp.').count(), 0)
  await page.getByLabel('Người mang tới').press('Enter')
  await isThrough(page, /1 cần chọn đơn vị/)
})

test('a session that ends before or in the middle of it loses no file', async (t) => {
  const newPassword = (what: string) =>
    ledger.command('person', what, '--user', 'lan', ...(what === 'create' ? ['--role', 'it-staff'] : []))
  let password = await newPassword('create')
  const page = await openDesk(t, { cookies: await cookiesOf(ledger.url, password, 'lan') })
  const comesBack = async () => {
    await page.waitForURL('**/log-in?then=%2Fbundles')
    await page.getByLabel('Tên đăng nhập').fill('lan')
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/bundles')
  }
  await pick(page, bundlesOf('BND-PC-050', 3, 2, 1))
  password = await newPassword('password')
  await page.getByRole('button', { name: 'Nhập 3 tệp' }).click()
  await comesBack()

  let sent = 0
  await page.route('**/api/v1/bundles?*', async (route) => {
    if (++sent === 2) password = await newPassword('password')
    await route.continue()
  })
  await page.getByRole('button', { name: 'Nhập 3 tệp' }).click()
  await page.getByRole('alert').getByText('Chưa đăng nhập hoặc phiên đã hết hạn.').waitFor()
  await page.getByText('Không tệp nào bị mất: 2 tệp còn chờ ở dưới.').waitFor()
  await expectAccessible(page)
  await screenshot(page, 'bundles-stopped-vi')
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await comesBack()
  await page.getByRole('button', { name: 'Nhập 2 tệp' }).click()
  await isThrough(page, /^Kết quả: 3 cần chọn đơn vị\.$/)
  assert.equal(await page.getByRole('alert').count(), 0)
})

test('what is not through is counted on the other pages, and is not forgotten without being asked', async (t) => {
  const cookies = await cookiesOf(ledger.url, ledger.adminPassword)
  const page = await openDesk(t, { cookies })
  await pick(page, bundlesOf('BND-PC-060', 2, 1))
  await page.getByRole('link', { name: 'Máy tính' }).click()
  await page.locator('.pc-table').waitFor()
  await page.getByRole('link', { name: 'Gói ngoại tuyến (còn 2 tệp)' }).click()
  await page.getByRole('heading', { name: '2 tệp' }).waitFor()

  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  assert.equal(dialog.type(), 'beforeunload')
  await dialog.dismiss()
  await page.getByRole('heading', { name: '2 tệp' }).waitFor()

  await page.locator('.menu summary').click()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByText(/Còn 2 tệp gói ngoại tuyến chưa nhập xong/).waitFor()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  await page.getByLabel('Tên đăng nhập').fill('admin')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(ledger.adminPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Gói ngoại tuyến', exact: true }).click()
  await page.getByText('somay-agent bundle --out').waitFor()
})

test('who may not import has no way there, and is told so at the address', async (t) => {
  const password = await ledger.command('person', 'create', '--user', 'binh', '--role', 'viewer')
  const page = await visit(t, { url: ledger.url, cookies: await cookiesOf(ledger.url, password, 'binh') })
  await page.goto('/pcs')
  await page.locator('.pc-table').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Gói ngoại tuyến' }).count(), 0)
  await page.goto('/bundles')
  await page.getByText('Vai trò của bạn không được làm việc này.').waitFor()
  assert.equal(await page.getByLabel('Người mang tới').count(), 0)
  await expectAccessible(page)
})
