/** Bringing the agent onto PCs, in a browser: a unit and a way are chosen, a token is made with what to run, PCs arrive while somebody looks, and who is missing is told. */
import assert from 'node:assert/strict'
import { before, type TestContext, test } from 'node:test'
import { known } from '../make-report.ts'
import { UNITS } from './known-pcs.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { enrolPc, reportPc } from './report-pcs.ts'
import { cookiesOf, expectAccessible, screenshot, textOf, type Visit, visit } from './visit.ts'

let ledger: Ledger
let inside: Visit
before(async (t) => {
  ledger = await startLedger(t as TestContext)
  inside = { url: ledger.url, cookies: await cookiesOf(ledger.url, ledger.adminPassword) }
  await fillRegister(t as TestContext)
})

const [HOME] = UNITS

/** The page asks at least this often. */
const ASKED_AGAIN_MS = 10_000

/** Two assets of the first unit that no PC reported as. */
async function fillRegister(t: TestContext): Promise<void> {
  const { request } = await visit(t, inside)
  const { csrfToken } = await (await request.get('/api/v1/session')).json()
  const headers = { 'x-csrf-token': csrfToken }
  const lines = ['Mã tài sản,Tên tài sản,Đơn vị,Số serial', `TS-1,Máy tính để bàn,${HOME},MOI-01`, `TS-2,Máy tính xách tay,${HOME},MOI-02`]
  const sent = await request.post('/api/v1/register/uploads?fileName=so.csv', {
    data: Buffer.from(lines.join('\n')),
    headers: { ...headers, 'content-type': 'application/octet-stream' },
  })
  const { id } = await sent.json()
  const imported = await request.post(`/api/v1/register/uploads/${id}/import`, { data: {}, headers })
  assert.equal(imported.status(), 200, await imported.text())
}

test('a way is chosen, a token made with what to run; a PC arrives and reports while the page is open, and who is missing is told', async (t) => {
  const page = await visit(t, inside)
  await page.clock.install()
  await page.goto('/deployment')
  await page.getByRole('button', { name: 'Tạo mã ghi danh' }).click()
  await page.getByText('Chọn một đơn vị.').waitFor()
  await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: HOME })
  await page.getByLabel('Hệ điều hành').selectOption('debian')
  await page.getByLabel('Hệ điều hành').selectOption('windows')
  await page.getByLabel('Cách cài').selectOption('stick')
  await page.waitForURL(/\/deployment\?unit=\d+&method=stick$/)
  await page.getByText('Lệnh hiện ở đây', { exact: false }).waitFor()
  const missing = page.getByRole('region', { name: 'Có trong sổ tài sản, chưa báo' })
  await missing.getByText('Còn 2 trong 2 máy của sổ.', { exact: false }).waitFor()
  assert.match(await textOf(missing.locator('tbody')), /TS-1Máy tính để bàn.*TS-2/)
  const arrivals = page.getByRole('region', { name: 'Máy vừa đến' })
  await arrivals.getByText('Chưa có máy nào đến.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Tạo mã ghi danh' }).click()
  const token = await page.getByLabel('Mã ghi danh', { exact: true }).inputValue()
  assert.match(token, /^som_enrol_/)
  const batch = await page.getByLabel('Nội dung tệp somay.cmd').inputValue()
  assert.ok(batch.includes(`COLLECTOR_URL=${ledger.url} ENROL_TOKEN=${token}`) && batch.includes('msiexec /i "%~dp0somay-agent-'), batch)
  await page.getByLabel('Cách cài').selectOption('policy')
  assert.match(await page.getByLabel('Lệnh', { exact: true }).inputValue(), /Set-GPRegistryValue .*collectorUrls/)

  const pc = { hostName: 'MOI-PC-1', serial: 'MOI-01' }
  const credential = await enrolPc(ledger.url, token, pc)
  await page.clock.fastForward(ASKED_AGAIN_MS)
  await arrivals.getByText('đã ghi danh, chưa liên lạc').waitFor()
  await arrivals.getByText('1 máy đã ghi danh: 0 đã gửi bản kê, 1 chưa.').waitFor()
  await reportPc(ledger.url, credential, { system: known('system', { hostName: pc.hostName, serial: pc.serial }) }, Date.now())
  await page.clock.fastForward(ASKED_AGAIN_MS)
  await arrivals.getByText('đã nhận').waitFor()
  assert.match(await textOf(arrivals.locator('tbody')), /^MOI-PC-1/)
  await expectAccessible(page)
  await screenshot(page, 'deployment-arrived-vi', { fullPage: true })

  const row = page.locator('tbody tr', { hasText: 'Windows 10, 11, Server, USB' })
  await page.clock.fastForward(ASKED_AGAIN_MS)
  await row.getByText('1 / 100').waitFor()
  await row.getByRole('button', { name: 'Thu hồi' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await row.getByText('đã thu hồi').waitFor()
})

test('a link shows a colleague the same choice, and the keyboard alone makes a token', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  await page.goto('/deployment?unit=2&system=rpm&method=script&since=week')
  await page.getByRole('region', { name: 'PCs arriving' }).locator('tbody tr').first().waitFor()
  assert.equal(await page.getByLabel('Unit', { exact: true }).inputValue(), '2')
  await page.getByLabel('Unit', { exact: true }).focus()
  for (let step = 0; step < 6; step++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const script = await page.getByLabel('Text of the file somay.sh').inputValue()
  assert.match(script, /while read -r pc; do[\s\S]*rpm -U \/tmp\/somay-agent-/)
  await expectAccessible(page)
  await screenshot(page, 'deployment-token-en', { fullPage: true })
  // Of another unit it would bring PCs into this one.
  await page.getByLabel('Unit', { exact: true }).selectOption('1')
  await page.getByText('What to run appears here', { exact: false }).waitFor()
})

test('while arrivals cannot be had it is said there, and the rest of the page goes on', async (t) => {
  const page = await visit(t, { ...inside, language: 'en' })
  const error = { code: 'not-permitted', message: 'Not permitted.', todo: 'Ask an administrator.' }
  await page.route(/\/api\/v1\/pcs\?/, (route) => route.fulfill({ status: 403, json: { error } }))
  await page.goto('/deployment')
  const arrivals = page.getByRole('region', { name: 'PCs arriving' })
  await arrivals.getByRole('alert').getByText('Not permitted.').waitFor()
  await page.getByRole('region', { name: 'In the register, never reported' }).locator('tbody tr').first().waitFor()
  await page.unroute(/\/api\/v1\/pcs\?/)
  await arrivals.getByRole('button', { name: 'Try again' }).click()
  await arrivals.getByText('No PC has arrived.', { exact: false }).waitFor()
})
