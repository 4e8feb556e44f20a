/** The register of probes against the register of facts, and the promises every probe keeps. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { PROBES } from '#agent/probes/index.ts'
import { templateProbe } from '#agent/probes/probe.template.ts'
import type { Probe } from '#agent/probes/probe.ts'
import { runProbe } from '#agent/probes/run-probe.ts'
import { FACT_NAMES, FACTS } from '#shared/facts/index.ts'
import { NOWHERE } from './known.ts'
import { pretendPlatform } from './pretend-platform.ts'

const context = { platform: pretendPlatform({}), reach: NOWHERE }
const root = new URL('../../../', import.meta.url).pathname

test('every fact has a probe of its own name, and every probe a fact', () => {
  assert.deepEqual(Object.keys(PROBES).sort(), [...FACT_NAMES].sort())
  for (const fact of FACT_NAMES) {
    assert.equal(PROBES[fact].fact, fact)
    assert.ok(existsSync(`${root}agent/src/probes/${fact}.ts`), `agent/src/probes/${fact}.ts`)
  }
})

test('every probe has its test and captured situations', () => {
  for (const fact of FACT_NAMES) {
    assert.ok(existsSync(`${root}test/agent/probes/${fact}.test.ts`), `${fact} has no test`)
    assert.ok(
      readdirSync(`${root}test/fixtures/probes/${fact}`).filter((name) => name.endsWith('.json')).length >= 3,
      `${fact} has too few situations`,
    )
  }
})

test('every example of a spec fits its own schema', () => {
  for (const fact of FACT_NAMES) assert.ok(Check(FACTS[fact].value, FACTS[fact].example), fact)
})

test('on a PC that shows nothing at all no probe knows anything but its name', async () => {
  for (const fact of FACT_NAMES) {
    const body = await runProbe(PROBES[fact] as Probe, context)
    const text = JSON.stringify(body)
    assert.ok(
      !/:(0|false|""|\[\])[,}]/.test(text.replaceAll('"collectorReached":false', '')),
      `${fact} says ${text} of a PC that shows nothing`,
    )
  }
})

test('a probe that throws, hangs, or makes nonsense is unknown, and says which', async () => {
  const base = { fact: 'tpm', timeLimitMs: 20 } as const
  const thrown = await runProbe({ ...base, linux: () => Promise.reject(new TypeError('boom')) } as Probe, context)
  assert.deepEqual(thrown, { unknown: 'failed', detail: 'TypeError: boom' })
  const late = await runProbe({ ...base, linux: () => new Promise(() => {}) } as Probe, context)
  assert.equal('unknown' in late && late.unknown, 'timed-out')
  const nonsense = await runProbe(
    { ...base, linux: async () => ({ known: { present: 'perhaps' }, source: 'x' }) } as unknown as Probe,
    context,
  )
  assert.equal('unknown' in nonsense && nonsense.unknown, 'failed')
})

test('a system on which a fact is not read is answered in one place', async () => {
  const body = await runProbe(PROBES.tpm as Probe, { ...context, platform: { ...context.platform, os: 'macos' } })
  assert.deepEqual(body, { unknown: 'not-supported', detail: 'tpm is not read on macos' })
})

test('every fact that exists on Windows or macOS is read there, and no other', () => {
  for (const system of ['windows', 'macos'] as const)
    for (const fact of FACT_NAMES) assert.equal(system in PROBES[fact], FACTS[fact].platforms.includes(system), `${fact} on ${system}`)
})

test('a Windows probe whose context was not made ready says so, and nothing else', async () => {
  const body = await runProbe(PROBES.tpm as Probe, { ...context, platform: { ...context.platform, os: 'windows' } })
  assert.deepEqual(body, { unknown: 'failed', detail: 'tpm.tpm: the inventory of Windows was not taken' })
})

test('the template to copy works', async () => {
  const body = await runProbe(templateProbe as Probe, context)
  assert.equal('unknown' in body && body.unknown, 'not-supported')
})
