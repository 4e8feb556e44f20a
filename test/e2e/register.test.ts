/** The register in a browser, in both languages: a list is imported with its mistakes seen first, looked through, decided about; people of units are told. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import { writeXlsx } from 'hucre'
import { KNOWN_PCS, UNITS } from './known-pcs.ts'
import { startLedger } from './ledger.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

let inside: Visit
before(async (t) => {
  const ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
})

const [HOME = '', DISTRICT = ''] = UNITS
const PCS = KNOWN_PCS.filter(({ unit }) => unit === HOME)

async function list() {
  const head = [
    'STT',
    'Mã tài sản',
    'Tên tài sản',
    'Đơn vị sử dụng',
    'Số serial',
    'Năm sử dụng',
    'Nguyên giá (nghìn đồng)',
    'Tên máy',
    'Máy mật',
  ]
  const rows = [
    ['SỔ TÀI SẢN'],
    head,
    [1, 'TS-001', 'Máy tính để bàn', HOME, PCS[0]?.serial ?? '', 2019, 13_500, '', ''],
    [2, 'TS-002', 'Máy tính <script>alert(1)</script>', HOME, 'KHONG-CO', 2018, '', '', ''],
    [3, 'MAT-01', 'Máy tính để bàn', HOME, '', '', 9_000, '', 'x'],
    [4, 'TS-004', 'Máy tính xách tay', 'Phòng không tên', '', 2020, 'nhiều', '', ''],
    [5, 'IN-01', 'Máy in Canon', HOME, '', 2020, 4_000, '', ''],
    [6, 'TB-01', 'Thiết bị CNTT', HOME, '', 2020, 4_000, '', ''],
  ]
  return {
    name: 'so.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await writeXlsx({ sheets: [{ name: 'Sổ', rows }] })),
  }
}

test('a list is chosen, put right, imported; what nobody heard of, who is not listed and what is doubtful stands on the page', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/overview')
  await page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name: 'Sổ tài sản' }).click()
  await page.getByText('Sổ chưa có tài sản nào.', { exact: false }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'register-empty-vi')
  await page.getByRole('link', { name: 'Nhập danh sách' }).click()
  await page.getByLabel('Chọn tệp .xlsx hoặc .csv của kế toán').setInputFiles(await list())
  const problems = page.getByRole('table', { name: 'Vấn đề theo dòng' })
  await problems.getByText('Nguyên giá: không đọc được "nhiều"', { exact: false }).waitFor()
  const effects = page.locator('section', { has: page.getByRole('heading', { name: 'Sẽ thay đổi' }) })
  assert.match(await textOf(effects), /3 thêm.*1 không phải máy tính.*1 chưa rõ.*1 không nhận/s)
  const unclear = page.getByRole('group', { name: 'Thiết bị CNTT' })
  await unclear.getByLabel('Là máy tính').click()
  await effects.getByText('4 thêm').waitFor()
  await unclear.getByLabel('Không phải').click()
  await effects.getByText('3 thêm').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /CSV/ }).click()
  assert.equal((await download).suggestedFilename(), 'van-de-theo-dong.csv')
  await page.getByLabel('Phòng không tên', { exact: false }).selectOption({ label: DISTRICT })
  // The cost that cannot be read is left out, and then the row is taken.
  await page.getByLabel('Cột Nguyên giá (nghìn đồng)').selectOption({ label: '– bỏ qua –' })
  await effects.getByText('4').first().waitFor()
  await page.getByLabel('Cột Nguyên giá (nghìn đồng)').selectOption({ label: 'Nguyên giá' })
  await problems.getByText('"nhiều"', { exact: false }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'register-import-vi')
  await page.getByRole('button', { name: 'Nhập vào sổ' }).click()
  await page.getByText('Đã nhập: thêm 3', { exact: false }).waitFor()
  await page.getByRole('link', { name: 'Xem các cặp cần người quyết định' }).click()
  const doubts = page.getByRole('table', { name: 'Cần người xem' })
  await doubts.getByText('trùng: số serial', { exact: false }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'register-doubts-vi')
  await doubts.getByRole('button', { name: `Là máy này: TS-001, ${PCS[0]?.hostName}` }).click()
  await page.getByText('Không có dòng nào.').waitFor()
  const tabs = page.getByRole('navigation', { name: 'Các phần của sổ' })
  await tabs.getByRole('link', { name: /Đối chiếu theo đơn vị/ }).click()
  const sums = page.getByRole('table', { name: 'Đối chiếu theo đơn vị' })
  await sums.getByRole('row', { name: new RegExp(`^${HOME} 3`) }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'register-reconciliation-vi')
  await tabs.getByRole('link', { name: /Toàn bộ sổ 3/ }).click()
  const items = page.getByRole('table', { name: 'Toàn bộ sổ' })
  await items.getByText('Máy tính <script>alert(1)</script>').waitFor()
  await page.goto(`/pcs?q=${PCS[0]?.serial}`)
  await page
    .getByRole('link', { name: PCS[0]?.hostName ?? '' })
    .first()
    .click()
  const times = page.locator('.pc-times')
  await times.getByRole('link', { name: 'TS-001' }).waitFor()
  assert.match(await textOf(times), /TS-001 Máy tính để bàn, dùng từ 2019, 13\.500\.000 đ/)
  await screenshot(page, 'pc-asset-vi')
  await times.getByRole('link', { name: 'TS-001' }).click()
  await items.getByRole('button', { name: 'Tách: TS-001' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tách' }).click()
  await items.getByRole('button', { name: 'Tách: TS-001' }).waitFor({ state: 'detached' })
  // By hand: whichever PC a person finds.
  await page.goto('/register?view=all')
  await items.getByRole('button', { name: 'Ghép với máy…: TS-002' }).click()
  const pairing = page.getByRole('dialog')
  await pairing.getByText('Không có máy nào.').waitFor()
  await pairing.getByLabel('Tìm máy').fill(PCS[1]?.serial ?? '')
  await pairing.getByRole('radio', { name: PCS[1]?.hostName ?? '' }).check()
  await expectAccessible(page)
  await screenshot(page, 'register-pair-vi')
  await pairing.getByRole('button', { name: 'Ghép' }).click()
  await items.getByRole('link', { name: PCS[1]?.hostName ?? '' }).waitFor()
})

test('in English, by the address alone: a view, a search, the way back, and files of exactly that', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  await page.goto('/register?view=unregistered')
  const table = page.getByRole('table', { name: 'Reported, not in the register' })
  await table.getByRole('link').first().waitFor()
  await expectAccessible(page)
  await screenshot(page, 'register-unregistered-en')
  await page.getByRole('searchbox', { name: 'Find in the register…' }).fill('no such pc')
  await page.getByText('Nothing here.').waitFor()
  assert.match(page.url(), /view=unregistered&q=no\+such\+pc$/)
  await page.goto('/register?view=all&q=MAT-01')
  await page.getByRole('table', { name: 'Whole register' }).getByText('never reported').waitFor()
  await screenshot(page, 'register-all-en')
  const download = page.waitForEvent('download')
  await page.getByText('Inventory minutes', { exact: true }).click()
  await page.getByRole('link', { name: /DOCX/ }).click()
  assert.match((await download).suggestedFilename(), /^minutes-.*\.docx$/)
  // Of another day, which the address keeps.
  await page.getByLabel('Inventory of').fill('2026-02-01')
  await page.waitForURL(/minutesOn=2026-02-01/)
  const older = page.waitForEvent('download')
  await page.getByRole('link', { name: /DOCX/ }).click()
  assert.equal((await older).suggestedFilename(), 'minutes-2026-02-01.docx')
})

test('people of units are typed, those of groups I-VI too, unknown stays unknown, more PCs than people is told at once', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/units')
  await page.getByRole('link', { name: 'Số CBCCVC' }).click()
  const staff = page.getByLabel(`${HOME}: Tổng số CBCCVC`)
  const equipped = page.getByLabel(`${HOME}: Được trang bị máy`)
  await staff.fill('55')
  await equipped.fill('60')
  await page.getByText('số được trang bị lớn hơn tổng số').waitFor()
  await equipped.fill('50')
  const leaders = page.getByLabel(`${HOME}: Trong đó nhóm I-VI`)
  await leaders.fill('56')
  await page.getByText('số nhóm I-VI lớn hơn tổng số').waitFor()
  await leaders.fill('bảy')
  await page.getByText('không phải con số').waitFor()
  await leaders.fill('7')
  const licensed = page.getByLabel(`${HOME}: Máy có phần mềm chống mã độc bản quyền`)
  await licensed.fill('9.999')
  await page.getByRole('button', { name: 'Lưu 1 đơn vị' }).click()
  await page.getByText(`${HOME}: số máy có bản quyền chống mã độc (9.999) lớn hơn số máy của đơn vị`).waitFor()
  await licensed.fill('21')
  await expectAccessible(page)
  await screenshot(page, 'staff-vi')
  await page.getByRole('button', { name: 'Lưu 1 đơn vị' }).click()
  await page.getByText('90,9%').waitFor()
  await page.reload()
  await leaders.waitFor()
  assert.equal(await leaders.inputValue(), '7')
  await page.goto('/audit')
  await page.getByText(`${HOME}: không có → 55 / 50 / 7 / 21`).waitFor()
})

test('the identity desk says when nothing waits, and who may not decide has no way to it', async (t) => {
  for (const language of ['vi', 'en'] as const) {
    const page = await visit(t, { ...inside, language })
    await page.goto('/identity')
    await page.getByText(language === 'vi' ? 'Chưa có máy nào được gộp.' : 'No PC was merged yet.').waitFor()
    await expectAccessible(page)
    await screenshot(page, `identity-${language}`)
  }
})
