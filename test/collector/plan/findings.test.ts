/** Numbers that committed plans keep for good. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bitOf,
  common,
  FINDINGS_END,
  findingsIn,
  HELD_UP,
  hasAny,
  isHeldUp,
  joined,
  PLACES,
  unknownBitOf,
} from '#collector/plan/findings.ts'
import { RULES } from '#collector/plan/rules/index.ts'
import type { Rule } from '#collector/plan/rules/rule.ts'

const ruleOf = (code: string): Rule => RULES.find((rule) => rule.code === code) as Rule

test('what a bit meant when a plan was committed it means for good', () => {
  assert.equal(bitOf(ruleOf('processor-floor'), 'replace'), 1)
  assert.equal(bitOf(ruleOf('memory'), 'add-memory'), 4)
  assert.equal(bitOf(ruleOf('os-support'), 'upgrade-os'), 1_024)
  assert.equal(bitOf(ruleOf('age'), 'none'), 4_194_304)
  assert.equal(unknownBitOf(ruleOf('battery-worn')), 134_217_728)
  assert.equal(unknownBitOf(ruleOf('memory')), HELD_UP)
  assert.equal(HELD_UP, 1_073_741_824)
  assert.equal(new Set(PLACES).size, PLACES.length)
})

test('what rules find beyond the places of 32 bits is joined, asked for and told apart like the rest', () => {
  const beyond = bitOf(ruleOf('win11-memory'), 'replace')
  assert.equal(beyond, 2_147_483_648)
  const [first, last] = [bitOf(ruleOf('processor-floor'), 'replace'), FINDINGS_END / 2]
  const all = joined(first, HELD_UP, beyond, last)
  assert.equal(all, first + HELD_UP + beyond + last)
  assert.equal(joined(all, beyond, first), all)
  assert.equal(common(all, beyond), beyond)
  assert.equal(common(all, last + first + 2), last + first)
  assert.ok(isHeldUp(all) && !isHeldUp(beyond + last) && !hasAny(beyond, HELD_UP) && !hasAny(last, first))
  const told = findingsIn(all).map(({ rule, remedy }) => `${rule.code} ${remedy}`)
  assert.deepEqual(told, ['processor-floor replace', 'win11-memory replace'])
})

test('every rule has a place for whatever it gives, and one without is told where to add it', () => {
  for (const rule of RULES) for (const remedy of rule.remedies) assert.ok(bitOf(rule, remedy) > 0)
  assert.throws(() => bitOf({ ...ruleOf('age'), code: 'new-rule' }, 'replace'), /add it at the end/)
})
