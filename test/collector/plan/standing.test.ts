/** What is kept of a PC beside its measures says what its rules say; a rule that changes has every PC measured anew. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markOf } from '#collector/measuring/mark.ts'
import { bitOf, common, hasAny, joined, unknownBitOf } from '#collector/plan/findings.ts'
import { measure } from '#collector/plan/measures/measure.ts'
import { MEASURES } from '#collector/plan/measures/version.ts'
import { CLASSES_END, classOf, classOfNumber, numberOfClass, WITHOUT_MEMORY } from '#collector/plan/pc-class.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { RULES } from '#collector/plan/rules/index.ts'
import type { Rule } from '#collector/plan/rules/rule.ts'
import { holdingBitsOf, STANDING_RULES, standingBitsOf, standingBy, standingFindings, untoldBitOf } from '#collector/plan/standing.ts'
import { unknown } from '#shared/unknown.ts'
import { GOOD_PC } from './good-pc.ts'

const NOTHING_READ = measure({}, undefined, BUILT_IN)
const ruleOf = (code: string) => RULES.find((rule) => rule.code === code) as Rule

test('of a PC that nobody read the kept numbers say that nothing is known', () => {
  assert.equal(standingFindings(NOTHING_READ), joined(...STANDING_RULES.map(untoldBitOf)))
  for (const rule of STANDING_RULES) assert.equal(hasAny(standingFindings(NOTHING_READ), holdingBitsOf([rule])), rule.holdsUp)
  assert.equal(numberOfClass(classOf(NOTHING_READ)), 0)
  assert.deepEqual(new Set(Object.values(classOfNumber(0))), new Set(['unknown']))
})

test('a good PC has nothing kept against it, a failing disk its finding, an unread TPM that it was not read', () => {
  assert.equal(standingFindings(GOOD_PC), 0)
  assert.equal(standingFindings({ ...GOOD_PC, systemDiskHealth: 'failing' }), bitOf(ruleOf('disk-health'), 'add-ssd'))
  assert.equal(standingFindings({ ...GOOD_PC, tpm: unknown('access-denied') }), unknownBitOf(ruleOf('win11-tpm')))
})

test('what each standing rule says can be read out of the number by itself', () => {
  assert.ok(STANDING_RULES.filter(({ holdsUp }) => holdsUp).length > 1)
  const bits = STANDING_RULES.map((rule) => standingBitsOf([rule]) + holdingBitsOf([rule]))
  for (const [place, own] of bits.entries()) for (const other of bits.slice(place + 1)) assert.equal(common(own, other), 0)
})

test('every class has a number of its own, and without its memory that of the class whose memory was not read', () => {
  for (let number = 0; number < CLASSES_END; number++) {
    const pcClass = classOfNumber(number)
    assert.equal(numberOfClass(pcClass), number)
    assert.equal(number % WITHOUT_MEMORY, numberOfClass({ ...pcClass, memory: 'unknown' }))
  }
})

test('a standing rule that asks something else makes another mark, by which every PC is measured anew', () => {
  const mark = markOf(MEASURES, BUILT_IN)
  assert.equal(markOf(MEASURES, BUILT_IN, standingBy()), mark)
  assert.match(standingBy(), /"value":63000000000/)
  assert.notEqual(markOf(MEASURES, BUILT_IN, standingBy().replace('63000000000', '64000000000')), mark)
})
