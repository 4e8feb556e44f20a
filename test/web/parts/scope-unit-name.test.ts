/** A unit of a scope that has ended says until when. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scopeUnitName } from '#web/parts/scope-unit-name.ts'

test('an ended unit bears its last day, one that stands its name alone', () => {
  const words = ({ unit, day }: { unit: string; day: string }) => `${unit} (đến hết ${day})`
  assert.equal(scopeUnitName({ id: 1, name: 'Sở Y tế' }, words), 'Sở Y tế')
  assert.equal(scopeUnitName({ id: 1, name: 'Sở Y tế', validTo: '2025-07-01' }, words), 'Sở Y tế (đến hết 30/06/2025)')
})
