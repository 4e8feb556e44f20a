/** The steps behind the connectivity: each with what was asked, how it ended and how long it took. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reach } from '#agent/probes/probe.ts'
import { knownOf, NOWHERE, reasonOf } from './known.ts'
import { fixture } from './pretend-platform.ts'

const reach: Reach = {
  ...NOWHERE,
  collectorUrls: ['https://collector.example'],
  targets: ['https://probe.example/ok.txt', 'http://probe.example/ok.txt'].map((url) => ({ url, expect: 'somay ok' })),
}

async function stepsOf(situation: string, where = reach) {
  const { steps } = await knownOf('connectivity-check', fixture('connectivity-check', situation), where)
  return steps.map(({ step, address, outcome, detail }) => [step, outcome, address, detail].filter(Boolean).join(' '))
}

test('tells every step of a PC behind a portal, with the code of what went wrong', async () => {
  assert.deepEqual(await stepsOf('portal'), [
    'network yes',
    'names yes',
    'internet untrusted https://probe.example/ok.txt SELF_SIGNED_CERT_IN_CHAIN',
    'internet unexpected-content http://probe.example/ok.txt',
    'collector reached https://collector.example',
  ])
})

test('an answer took as long as the answer says', async () => {
  const { steps } = await knownOf('connectivity-check', fixture('connectivity-check', 'portal'), reach)
  assert.deepEqual(
    steps.flatMap(({ outcome, tookMs }) => (outcome === 'unexpected-content' ? [tookMs] : [])),
    [38],
  )
  for (const { tookMs } of steps) assert.ok(Number.isInteger(tookMs) && tookMs >= 0)
})

test('a cable that is out is a "no", what may not be read is unknown', async () => {
  assert.equal((await stepsOf('cable-out'))[0], 'network no')
  assert.equal((await stepsOf('denied'))[0], 'network unknown')
})

test('where nothing could be asked or looked at the whole check is unknown', async () => {
  assert.equal(await reasonOf('connectivity-check', 'denied'), 'turned-off')
})

test('with nowhere to look there are no attempts', async () => {
  assert.deepEqual(await stepsOf('portal', NOWHERE), ['network yes', 'names unknown'])
})

test('addresses and codes longer than the schema allows are cut, not refused', async () => {
  const url = `http://probe.example/${'x'.repeat(400)}`
  const pc = { ...fixture('connectivity-check', 'portal'), pages: { [url]: { kind: 'no-answer', detail: 'E'.repeat(200) } as const } }
  const { steps } = await knownOf('connectivity-check', pc, { ...NOWHERE, targets: [{ url, expect: '' }] })
  assert.deepEqual([steps.at(-1)?.address?.length, steps.at(-1)?.detail?.length], [300, 100])
})
