/** The page of the agent's window: over a real agent, in every state, both languages and themes, at 100% and 150%. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Bridge } from '#agent/preload/bridge.ts'
import { residentWithDoor } from '../agent/door/resident-with-door.ts'
import { until } from '../until.ts'
import { expectAccessible, type Language, screenshot, type Theme, textOf } from './visit.ts'
import { bridgeSaying, bridgeTo } from './window-bridge.ts'
import { openWindowPage } from './window-page.ts'

const VIEWS = [
  ['standing', 'Tình trạng', 'How things stand'],
  ['sent', 'Đã gửi những gì', 'What was sent'],
  ['privacy', 'Dữ liệu và quyền riêng tư', 'Data and privacy'],
  ['support', 'Hỗ trợ', 'Support'],
] as const

const READY = { standing: '#asset-tag', sent: '.fact', privacy: '.collected table', support: 'textarea' } as const

async function open(page: Page, view: (typeof VIEWS)[number], language: Language): Promise<void> {
  await page.getByRole('tab', { name: view[language === 'vi' ? 1 : 2] }).click()
  await page.locator(READY[view[0]]).first().waitFor()
}

const LOOKS: readonly [Language, Theme, number][] = [
  ['vi', 'light', 1],
  ['vi', 'dark', 1],
  ['en', 'light', 1],
  ['en', 'dark', 1],
  ['vi', 'light', 1.5],
  ['en', 'dark', 1.5],
]

for (const [language, theme, zoom] of LOOKS) {
  test(`every view is accessible in ${language}, ${theme}, at ${zoom * 100}%`, async (t) => {
    const page = await openWindowPage(t, { bridge: bridgeSaying(), language, theme, zoom })
    assert.equal(await page.locator('html').getAttribute('lang'), language)
    for (const view of VIEWS) {
      await open(page, view, language)
      await expectAccessible(page)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      assert.ok(overflow <= 0, `${view[0]} is ${overflow} px too wide`)
      await screenshot(page, `window-${view[0]}-${language}-${theme}-${zoom * 100}`)
    }
  })
}

const nobody = () => Promise.resolve({ kind: 'nobody' } as const)
const DOWN: Partial<Bridge> = { status: nobody, sent: nobody, facts: nobody, placement: nobody, logs: nobody }
const denied: Partial<Bridge> = { status: () => Promise.resolve({ kind: 'denied' }) }
const lost = { at: '2026-11-23T02:05:00.000Z', state: { unknown: 'failed' } }
const STATES: readonly [name: string, bridge: Bridge, seen: RegExp][] = [
  ['not-running', bridgeSaying(DOWN), /Phần mềm trạm không chạy trên máy này/],
  ['denied', bridgeSaying(denied), /Tài khoản này không được xem phần mềm trạm/],
  ['failed', bridgeSaying({ status: () => Promise.resolve({ kind: 'failed', detail: 'ECONNRESET' }) }), /chưa trả lời được.*ECONNRESET/],
  ['not-enrolled', bridgeSaying({}, { enrolment: { state: 'none' } }), /Máy này chưa ghi danh/],
  ['revoked', bridgeSaying({}, { enrolment: { state: 'refused', pcId: 7 } }), /không còn nhận khóa của máy này/],
  ['unknown-connectivity', bridgeSaying({}, { connectivity: lost }), /chưa rõ.*đọc không thành công/],
  ['at-work', bridgeSaying({}, { round: { state: 'running', step: 'inventory', startedAt: lost.at } }), /Kiểm kê máy \(đang làm\)/],
  [
    'kept',
    bridgeSaying(
      {},
      { waiting: 3, restsUntil: '2126-01-01T00:00:00.000Z', round: { state: 'done', outcome: 'kept', sentence: 'HTTP 503 busy' } },
    ),
    /giữ lại và sẽ tự gửi: HTTP 503 busy/,
  ],
]

for (const [name, bridge, seen] of STATES) {
  test(`it says what is the matter: ${name}`, async (t) => {
    const page = await openWindowPage(t, { bridge })
    await until(name, async () => seen.test(await textOf(page.locator('main'))))
    await expectAccessible(page)
    await screenshot(page, `window-state-${name}-vi`)
  })
}

test('the privacy notice stands though the agent does not run', async (t) => {
  const page = await openWindowPage(t, { bridge: bridgeSaying(DOWN) })
  await page.getByRole('tab', { name: 'Dữ liệu và quyền riêng tư' }).click()
  await page.getByText('91/2025/QH15').waitFor()
  await page.getByText('(chưa biết địa chỉ: phần mềm trạm không trả lời)').waitFor()
})

test('what is switched off and could not be read is said, and can be asked again', async (t) => {
  const failed = () => Promise.resolve({ kind: 'failed', detail: 'EIO' } as const)
  const page = await openWindowPage(t, { bridge: bridgeSaying({ facts: failed }) })
  await page.getByRole('tab', { name: 'Dữ liệu và quyền riêng tư' }).click()
  await page.getByRole('alert').getByText('EIO').waitFor()
})

test('an entry that could not be read is no empty form, whose keeping would take it back', async (t) => {
  let isRead = false
  const entry = { assetTag: 'TS-9', room: 'P1', enteredAt: lost.at }
  const placement = () =>
    Promise.resolve(isRead ? ({ kind: 'answered', value: { entry } } as const) : ({ kind: 'failed', detail: 'EIO' } as const))
  const page = await openWindowPage(t, { bridge: bridgeSaying({ placement }) })
  await page.getByRole('alert').getByText('EIO').waitFor()
  assert.equal(await page.locator('#asset-tag').count(), 0)
  isRead = true
  await page.getByRole('alert').getByRole('button').click()
  await page.locator('#asset-tag[value="TS-9"]').waitFor()
})

test('what is being typed outlives another view and an agent that does not answer for a while', async (t) => {
  let isDown = false
  const answering = bridgeSaying()
  const status: Bridge['status'] = () => (isDown ? nobody() : answering.status())
  const page = await openWindowPage(t, { bridge: { ...answering, status } })
  await page.locator('#room').fill('Phòng 9')
  await page.getByRole('tab', { name: 'Hỗ trợ' }).click()
  await page.locator('textarea').waitFor()
  await page.getByRole('tab', { name: 'Tình trạng' }).click()
  isDown = true
  await page.getByText('Phần mềm trạm không chạy trên máy này').waitFor()
  assert.equal(await page.locator('#room').inputValue(), 'Phòng 9')
})

test('nothing sent yet is said, and not drawn as an empty ledger', async (t) => {
  const page = await openWindowPage(t, {
    bridge: bridgeSaying({ sent: () => Promise.resolve({ kind: 'answered', value: {} }) }),
    language: 'en',
  })
  await page.getByRole('tab', { name: 'What was sent' }).click()
  await page.getByText('The collector has received nothing of this PC yet.').waitFor()
  await screenshot(page, 'window-nothing-sent-en')
})

test('the keyboard alone reaches every view and the fields', async (t) => {
  const page = await openWindowPage(t, { bridge: bridgeSaying() })
  await page.locator('#asset-tag').waitFor()
  await page.getByRole('tab', { name: 'Tình trạng' }).focus()
  for (const [, name] of VIEWS.slice(1)) {
    await page.keyboard.press('ArrowRight')
    assert.equal(await page.locator(':focus').textContent(), name)
    assert.equal(await page.locator(':focus').getAttribute('aria-selected'), 'true')
  }
  await page.keyboard.press('ArrowRight')
  await page.locator('#asset-tag').waitFor()
  await page.keyboard.press('Tab')
  assert.equal(await page.locator(':focus').textContent(), 'Báo ngay')
  await page.keyboard.press('Tab')
  assert.equal(await page.locator(':focus').getAttribute('id'), 'asset-tag')
})

test('the language changes at once and is remembered', async (t) => {
  const page = await openWindowPage(t, { bridge: bridgeSaying() })
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Sổ Máy on this PC' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Sổ Máy on this PC' }).waitFor()
})

test('what is typed too long is said beside the field, and what cannot be kept is not lost', async (t) => {
  const failing = { enterPlacement: () => Promise.resolve({ kind: 'failed', detail: 'ENOSPC' } as const) }
  const page = await openWindowPage(t, { bridge: bridgeSaying(failing) })
  await page.locator('#room[value="Phòng 305, nhà A"]').waitFor()
  await page.locator('#asset-tag').fill('x'.repeat(61))
  await page.getByText('Rút ngắn còn 60 ký tự trở xuống.').waitFor()
  assert.equal(await page.locator('#asset-tag').getAttribute('aria-invalid'), 'true')
  await expectAccessible(page)
  await page.locator('#asset-tag').fill('TS-2')
  await page.getByRole('button', { name: 'Ghi lại' }).click()
  await page.getByText('Chưa ghi được; những gì đã gõ vẫn còn ở đây.').waitFor()
  assert.equal(await page.locator('#asset-tag').inputValue(), 'TS-2')
})

test('over a real agent: what was sent is shown, a round is seen to its end, and what is typed is reported', async (t) => {
  const { door, collector, folder } = await residentWithDoor(t)
  await until('the first report', () => collector.reports().length >= 1)
  const copied: string[] = []
  const page = await openWindowPage(t, { bridge: bridgeTo([door], copied) })
  await page.getByText(/máy số 7/).waitFor()
  await page.getByRole('button', { name: 'Báo ngay' }).click()
  await page.getByText(/Máy chủ đã nhận, lúc/).waitFor({ timeout: 60_000 })
  await screenshot(page, 'window-real-standing-vi')
  await page.locator('#asset-tag').fill('  TS-2021-0147 ')
  await page.locator('#room').fill('Phòng 305')
  await page.getByRole('button', { name: 'Ghi lại' }).click()
  await page.getByText('Đã ghi.').waitFor()
  const { assetTag, room } = JSON.parse(readFileSync(`${folder}/placement.json`, 'utf8')) as { assetTag: string; room: string }
  assert.deepEqual([assetTag, room], ['TS-2021-0147', 'Phòng 305'])
  await page.getByRole('tab', { name: 'Đã gửi những gì' }).click()
  const memory = page.locator('#memory')
  await memory.getByText(/GB|MB/).first().waitFor()
  assert.match(await textOf(page.locator('#software')), /chưa rõ.*chính sách không cho thu thập/)
  await expectAccessible(page)
  await screenshot(page, 'window-real-sent-vi', { fullPage: true })
  await page.getByRole('tab', { name: 'Hỗ trợ' }).click()
  await page.getByRole('button', { name: 'Chép' }).click()
  await page.getByText('Đã chép.').waitFor()
  assert.match(copied[0] ?? '', /"agentVersion"/)
  assert.equal(copied[0]?.includes('secret-credential'), false)
})
