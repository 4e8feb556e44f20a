/** The identity desk in a browser, in both languages: pairs beside each other are merged and made two again, and one PC is split and merged anew. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import { KNOWN_PCS, UNITS } from './known-pcs.ts'
import { startLedger } from './ledger.ts'
import { enrolPc, reportPc } from './report-pcs.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

let inside: Visit
const [ONE, OTHER, THIRD] = KNOWN_PCS.filter(({ unit }) => unit === UNITS[0]).slice(4)

before(async (t) => {
  const ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
  const tokenOf = async () => (await ledger.command('enrol-token', 'create', '--unit', '1', '--uses', '9')).match(/\S{30,}/)?.[0] ?? ''
  if (!ONE || !OTHER || !THIRD) throw new Error('too few known PCs')
  // Boards changed under two disks: each looks like a PC that is there.
  for (const pc of [ONE, OTHER]) {
    const hostName = `${pc.hostName}-MOI`
    const credential = await enrolPc(
      ledger.url,
      await tokenOf(),
      { hostName, serial: pc.serial },
      { boardSerial: `NEW-${pc.serial}`, systemSerial: `NEW-${pc.serial}` },
    )
    await reportPc(
      ledger.url,
      credential,
      { system: undefined, board: undefined, chassis: undefined, disks: undefined, 'network-adapters': undefined },
      Date.now(),
    )
  }
  await enrolPc(ledger.url, await tokenOf(), THIRD)
  // A disk was copied: another PC reports with this one's key, and is refused.
  const copied = await enrolPc(ledger.url, await tokenOf(), { hostName: 'NHAN-BAN', serial: 'NB-1' })
  await assert.rejects(reportPc(ledger.url, copied, {}, Date.now()), /409/)
})

test('PCs that shared a key stand on the desk until each has its own', async (t) => {
  for (const language of ['vi', 'en'] as const) {
    const page = await visit(t, { ...inside, language })
    await page.goto('/identity')
    const clones = page.getByRole('table', { name: language === 'vi' ? 'Máy nhân bản' : 'Clones' })
    const row = clones.getByRole('row').filter({ hasText: 'NHAN-BAN' })
    await row.getByText(language === 'vi' ? 'chưa có khóa riêng' : 'no key of its own yet').waitFor()
    await expectAccessible(page)
    await row.scrollIntoViewIfNeeded()
    await screenshot(page, `identity-clones-${language}`)
    await row.getByRole('link', { name: 'NHAN-BAN' }).click()
    await page.waitForURL('**/pcs/*')
  }
})

test('on the page of a PC a person says which other PC it is', async (t) => {
  const page = await visit(t, inside)
  const [, , FOURTH, FIFTH] = KNOWN_PCS.filter(({ unit }) => unit === UNITS[0])
  await page.goto(`/pcs?q=${FOURTH?.serial}`)
  await page
    .getByRole('link', { name: FOURTH?.hostName ?? '' })
    .first()
    .click()
  await page.getByText('Thao tác', { exact: true }).click()
  await page.getByRole('button', { name: 'Gộp với…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tìm máy').fill(FIFTH?.hostName ?? '')
  await dialog.getByRole('radio', { name: FIFTH?.hostName ?? '' }).check()
  await expectAccessible(page)
  await screenshot(page, 'merge-with-vi')
  await dialog.getByRole('button', { name: 'Tiếp' }).click()
  await dialog.getByText('Có thể hoàn tác.', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Thực hiện' }).click()
  await page.goto('/identity')
  const row = page.getByRole('row').filter({ hasText: FIFTH?.hostName ?? '' })
  await row.getByText('đang là một').waitFor()
  await row.getByRole('button', { name: 'Hoàn tác' }).click()
  await dialog.getByRole('button', { name: 'Hoàn tác' }).click()
  await row.getByText('hoàn tác lúc', { exact: false }).waitFor()
})

test('pairs are compared, one is told apart, one merged, and the merge undone', async (t) => {
  const page = await visit(t, inside)
  await page.goto('/identity')
  await page.getByText('2 cặp đang chờ').waitFor()
  await expectAccessible(page)
  await screenshot(page, 'identity-pairs-vi')
  const pair = page.locator('section', { has: page.getByText(`${ONE?.hostName}-MOI`) })
  assert.match(await textOf(pair), /trùng/)
  await pair.getByRole('button', { name: 'Là một máy' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Có thể hoàn tác.', { exact: false }).waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Thực hiện' }).click()
  await page.getByText('1 cặp đang chờ').waitFor()
  await page.getByRole('button', { name: 'Là hai máy' }).click()
  await dialog.getByRole('button', { name: 'Thực hiện' }).click()
  await page.getByText('Không có cặp nào đang chờ.').waitFor()
  const row = page.getByRole('row').filter({ hasText: `${ONE?.hostName}-MOI` })
  assert.match(await textOf(row), /đang là một/)
  await row.getByRole('button', { name: 'Hoàn tác' }).click()
  await dialog.getByText('lại là hai máy', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Hoàn tác' }).click()
  await row.getByText('hoàn tác lúc', { exact: false }).waitFor()
  await page.getByText('Không có cặp nào đang chờ.').waitFor()
  await screenshot(page, 'identity-undone-vi')
})

test('a PC that is two since an agent joined is split on its page, and merged again', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  await page.goto(`/pcs?q=${THIRD?.hostName}`)
  await page
    .getByRole('link', { name: THIRD?.hostName ?? '' })
    .first()
    .click()
  await page.getByText('Enrolled again:', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Another PC since then…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('goes to a new PC of the ledger', { exact: false }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'pc-split-en')
  await dialog.getByRole('button', { name: 'Split' }).click()
  await page.getByText('split it in two, the other is', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Merge again…' }).click()
  await dialog.getByRole('button', { name: 'Do it' }).click()
  await page
    .getByText('This PC was merged into', { exact: false })
    .or(page.getByText('merged it with', { exact: false }))
    .first()
    .waitFor()
  await page.goto(`/pcs?q=${THIRD?.hostName}`)
  await page
    .getByRole('link', { name: THIRD?.hostName ?? '' })
    .first()
    .waitFor()
  assert.equal(await page.getByRole('link', { name: THIRD?.hostName ?? '' }).count(), 1)
})
