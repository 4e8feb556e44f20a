/** A plan in the address: the names of the collector's query and no others, what differs alone, and the way back to the same page. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { FIRST_POLICY } from '#collector/plan/policy.ts'
import { FIRST_PRICES } from '#collector/plan/prices.ts'
import { PlannedPcsQuerySchema } from '#shared/api/planned-pcs.ts'
import { PlanQuerySchema } from '#shared/api/plans.ts'
import { PolicySchema } from '#shared/api/policies.ts'
import { THRESHOLDS } from '#web/pages/plan/thresholds.ts'
import { planAddress, plannedPcsAddress, planParameters, readPlannedFilter, readPlanView, without } from '#web/pages/plan/url-state.ts'
import { changedPrices, changedThresholds, chosen, policyIn, pricesIn, withValue } from '#web/pages/plan/values.ts'

test('every name the collector takes is kept, and nothing else', () => {
  const filters = ['verdict', 'remedy', 'year', 'unpriced', 'inUnit', 'inBlock', 'after', 'limit']
  const search = new URLSearchParams(Object.keys(PlannedPcsQuerySchema.properties).map((name) => [name, '1']))
  search.set('elsewhere', '1')
  search.set('unit', '')
  const view = readPlanView(search.toString())
  assert.deepEqual(
    Object.keys(view).sort(),
    Object.keys(PlanQuerySchema.properties)
      .filter((name) => name !== 'unit')
      .sort(),
  )
  assert.deepEqual(Object.keys(readPlannedFilter(search.toString())), filters.slice(0, 6))
})

test('an address leads back to the same view', () => {
  const view = readPlanView('price-desktop=22000000&memoryBytes=17179869184&policy=3&budget=2000000000,1000000000&unit=6')
  const address = planAddress(view)
  assert.equal(address, '/plan?policy=3&unit=6&budget=2000000000%2C1000000000&memoryBytes=17179869184&price-desktop=22000000')
  assert.deepEqual(readPlanView(address.split('?')[1] ?? ''), view)
  assert.equal(planParameters(readPlanView(plannedPcsAddress(view, { year: '-1' }).split('?')[1] ?? '')), planParameters(view))
  assert.equal(planAddress({}), '/plan')
})

test('what is as the version has it stands in no address, and is no change', () => {
  const view = withValue(withValue({ policy: '3' }, 'memoryBytes', 16 * 1024 ** 3, FIRST_POLICY.memoryBytes), 'encryption', true, false)
  assert.deepEqual(changedThresholds(view, FIRST_POLICY), ['memoryBytes', 'encryption'])
  assert.deepEqual(policyIn(view, FIRST_POLICY), { ...FIRST_POLICY, memoryBytes: 16 * 1024 ** 3, encryption: true })
  const back = withValue(view, 'memoryBytes', FIRST_POLICY.memoryBytes, FIRST_POLICY.memoryBytes)
  assert.deepEqual(without(back, ['encryption']), { policy: '3' })
  const priced = withValue({}, 'price-ssd', 900_000, FIRST_PRICES.ssd)
  assert.deepEqual(changedPrices(priced, FIRST_PRICES), ['ssd'])
  assert.equal(pricesIn(priced, FIRST_PRICES).ssd, 900_000)
  // A book of before has no price of its own for a type: it may be given one, and has none otherwise.
  const { 'memory-added-ddr5': _, ...general } = FIRST_PRICES
  assert.equal(pricesIn({}, general)['memory-added-ddr5'], undefined)
  assert.deepEqual(changedPrices({ 'price-memory-added-ddr5': '900000' }, general), ['memory-added-ddr5'])
  assert.deepEqual(changedPrices({ 'price-memory-added-ddr5': 'much' }, general), [])
  // What the collector will refuse is no value of a field.
  assert.deepEqual(policyIn({ memoryBytes: 'much', encryption: '1' }, FIRST_POLICY), FIRST_POLICY)
})

test('without a word the version the collector used is shown, before that is known one of the default; one that is not there is none', () => {
  const versions = [
    { id: 4, isDefault: false },
    { id: 2, isDefault: true },
    { id: 0, isDefault: false },
  ]
  const id = (asked: string | undefined, used?: number) => chosen(versions, asked, used)?.id
  assert.deepEqual([id(undefined), id(undefined, 4), id('0', 4), id('9', 4)], [2, 4, 0, undefined])
})

test('what a field takes, the collector takes', () => {
  for (const [name, threshold] of Object.entries(THRESHOLDS)) {
    if (threshold.kind === 'yes-no') continue
    const factor = threshold.kind === 'number' ? threshold.factor : 1
    for (const shown of [threshold.kind === 'dong' ? 0 : threshold.least, threshold.most])
      assert.ok(Check(PolicySchema, { ...FIRST_POLICY, [name]: shown * factor }), `${name} ${shown}`)
    assert.ok(!Check(PolicySchema, { ...FIRST_POLICY, [name]: (threshold.most + 1) * factor }), name)
    if (threshold.kind !== 'number') continue
    const { from, to } = threshold.slider
    assert.ok(from >= threshold.least && to <= threshold.most, name)
  }
})
