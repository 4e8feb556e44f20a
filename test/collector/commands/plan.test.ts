/** Plans on the command line: the sentence says every verdict, and a price book by its name is the version whose prices hold on the day. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Plan } from '#shared/api/plans.ts'
import type { PriceBooks } from '#shared/api/policies.ts'
import { formatMillionDong, formatNumber } from '#shared/text/numbers.ts'
import { startCollector } from '../../collector-process.ts'
import { loggedIn } from '../../http-client.ts'

test('the sentence says what the page says, by the price book named as it holds on the day', async (t) => {
  const collector = await startCollector(t)
  await collector.command('demo', '--pcs', '120')
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const [built] = (await client.get('/api/v1/price-books')).json<PriceBooks>().priceBooks
  assert.ok(built)
  for (const [fromDay, desktop] of [
    ['2026-01-01', 18_000_000],
    ['2027-01-01', 21_000_000],
  ] as const)
    await client.send('POST', '/api/v1/price-books', {
      name: 'Giá tỉnh',
      fromDay,
      prices: { ...built.prices, desktop },
      ceilings: built.ceilings,
    })
  // The demo's PCs are measured by the command.
  const said = await collector.command('plan', '--prices', 'gia tinh', '--on', '2026-12-31')
  const books = (await client.get('/api/v1/price-books')).json<PriceBooks>().priceBooks
  const earlier = books.find(({ version, name }) => name === 'Giá tỉnh' && version === 1)
  const { total } = (await client.get(`/api/v1/plan?on=2026-12-31&priceBook=${earlier?.id}`)).json<Plan>()
  const number = (count: number) => formatNumber(count, 'vi')
  const verdicts = `giữ lại ${number(total.keep)}, nâng cấp ${number(total.mend)}, thay mới ${number(total.replace)}, điều chuyển ${number(total.move)}, chưa rõ ${number(total.unknown)}, ngoài kế hoạch ${number(total.apart)}`
  assert.ok(said.startsWith(`${number(total.pcs)} máy: ${verdicts}; cần ${formatMillionDong(total.costDong, 'vi')} triệu đồng`), said)
  assert.notEqual(await collector.command('plan', '--prices', 'Giá tỉnh', '--on', '2027-06-01'), said)
  await assert.rejects(collector.command('plan', '--prices', 'Giá tỉnh', '--on', '2025-12-31'), /áp dụng vào ngày 31\/12\/2025/)
  assert.match(await collector.command('plan', '--prices', 'Có sẵn', '--language', 'en'), /not of this plan 0; /)
})
