/** Counts on the command line: the same figures as on the page, in files too, and by another rule only from its version on. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Counts } from '#shared/api/counts.ts'
import { sumsOf } from '#shared/text/figures.ts'
import { formatNumber, formatRate } from '#shared/text/numbers.ts'
import { temporaryFolder } from '../../agent/temporary-folder.ts'
import { startCollector } from '../../collector-process.ts'
import { loggedIn } from '../../http-client.ts'

test('the sentence and the file say what the page says; a new version of the rule counts anew, the old one as before', async (t) => {
  const collector = await startCollector(t)
  await collector.command('demo', '--pcs', '200')
  const client = await loggedIn(collector.url, 'admin', collector.adminPassword)
  const { total, asOf } = (await client.get('/api/v1/counts')).json<Counts>()
  const { connected, all } = sumsOf(total)
  assert.equal(all, 200)
  const day = asOf.split('-').reverse().join('/')
  const said = await collector.command('counts')
  assert.ok(said.startsWith(`${formatNumber(connected, 'vi')} trên 200 máy kết nối, ${formatRate(connected, 200, 'vi')} (A/B)`), said)
  const { unknown, silent, 'register-only': listed } = total
  assert.ok(said.endsWith(`ngày ${day}; chưa rõ ${unknown}; im lặng ${silent}; có trong sổ, chưa báo ${listed}`), said)
  const english = await collector.command('counts', '--language', 'en')
  assert.ok(english.endsWith(`as of the end of ${day}; unknown ${unknown}; silent ${silent}; in the register only ${listed}`), english)
  const ofUnit = await collector.command('counts', '--unit', '2')
  assert.ok(/^\S.*: \d+ trên \d+ máy/.test(ofUnit) && ofUnit !== said, ofUnit)

  const out = join(temporaryFolder(t), 'counts.csv')
  await collector.command('counts', '--format', 'csv', '--out', out, '--language', 'en', '--as-of', asOf)
  await assert.rejects(
    collector.command('counts', '--format', 'csv', '--out', '/nonexistent/x.csv'),
    /\/nonexistent\/x\.csv cannot be written: there is no such folder/,
  )
  assert.match(readFileSync(out, 'utf8'), new RegExp(`^,Total,261,200,76\\.6%,200,(\\d+,){4}1,${connected},`, 'm'))

  assert.match(
    await collector.command('count-rule', 'change', '--blocks', 'I', '--window-days', '7', '--from', asOf),
    /^version 1: connected within 7 days/,
  )
  assert.match(await collector.command('count-rule', 'show'), /^version 1: .* total of blocks I, from .* on, today's$/m)
  const [, province] = / trên (\d+) máy/.exec(await collector.command('counts')) ?? []
  assert.ok(Number(province) < 200)
  assert.equal(await collector.command('counts', '--rule', '0'), said)
  const earlier = new Date(Date.parse(asOf) - 60 * 86_400_000).toISOString().slice(0, 10)
  assert.equal(
    await collector.command('counts', '--as-of', earlier),
    await collector.command('counts', '--as-of', earlier, '--rule', '0'),
    'of a day before it the old rule holds',
  )
})

test('what cannot be counted is refused with the reason', async (t) => {
  const collector = await startCollector(t)
  for (const [flags, why] of [
    [['--as-of', '2026-02-30'], /there is no day "2026-02-30"/],
    [['--as-of', '2199-01-01'], /is still to come/],
    [['--format', 'pdf', '--out', 'x'], /--format/],
    [['--format', 'csv'], /--out/],
    [['--rule', '9'], /no version 9/],
    [['--unit', '999'], / {2}1 {2}Chưa xếp đơn vị[\s\S]*there is no unit 999/],
    [['--unit', 'x'], /--unit/],
    [['--language', 'fr'], /--language: vi or en, not "fr"/],
  ] as const)
    await assert.rejects(collector.command('counts', ...flags), why)
  await assert.rejects(collector.command('count-rule', 'change', '--blocks', 'I,V'), /--blocks/)
  await assert.rejects(collector.command('count-rule', 'change', '--window-days', '0'), /--window-days/)
  await assert.rejects(collector.command('count-rule', 'change', '--from', '2026-02-30'), /--from/)
})
