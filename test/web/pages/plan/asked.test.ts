/** What is kept of a plan is what its address asks for, as the numbers and yes or no that the collector takes, and leads back to the same address. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { NewScenarioSchema } from '#shared/api/committed-plans.ts'
import { askedOf, viewOf } from '#web/pages/plan/asked.ts'
import { linesAddress, readLineFilter } from '#web/pages/plan/committed-address.ts'
import { planParameters, readPlanView } from '#web/pages/plan/url-state.ts'

const ADDRESS =
  'policy=3&priceBook=0&on=2026-12-31&unit=6&years=2&firstYear=2027&budget=2000000000%2C1000000000&memoryBytes=17179869184&systemDiskSsd=false&encryption=true&price-desktop=22000000'

test('numbers become numbers, yes and no become what they are, days and budgets stay text', () => {
  const asked = askedOf(readPlanView(ADDRESS))
  assert.deepEqual(asked, {
    policy: 3,
    priceBook: 0,
    on: '2026-12-31',
    unit: 6,
    years: 2,
    firstYear: 2027,
    budget: '2000000000,1000000000',
    memoryBytes: 17_179_869_184,
    systemDiskSsd: false,
    encryption: true,
    'price-desktop': 22_000_000,
  })
  assert.ok(Check(NewScenarioSchema, { name: 'x', asked }))
  assert.deepEqual(askedOf({}), {})
})

test('what was kept leads back to its address', () => {
  assert.equal(
    planParameters(viewOf(askedOf(readPlanView(ADDRESS))))
      .split('&')
      .sort()
      .join('&'),
    ADDRESS.split('&').sort().join('&'),
  )
})

test('what cannot be meant is not made into something else, so that the collector refuses it', () => {
  const asked = askedOf({ memoryBytes: 'nhiều', systemDiskSsd: '1' })
  assert.deepEqual({ ...asked }, { memoryBytes: 'nhiều', systemDiskSsd: '1' })
  assert.equal(Check(NewScenarioSchema, { name: 'x', asked }), false)
})

test('lines of a committed plan in the address and back; what cannot be meant is no filter', () => {
  const filter = { unit: 7, outcome: 'not-yet', year: -1 } as const
  const address = linesAddress(3, filter)
  assert.equal(address, '/plan/committed/3/lines?unit=7&outcome=not-yet&year=-1')
  assert.deepEqual(readLineFilter(address.split('?')[1] ?? ''), filter)
  assert.deepEqual(readLineFilter('unit=x&outcome=lost&year=12&block=V'), {})
  assert.equal(linesAddress(3, {}), '/plan/committed/3/lines')
})
