/** The evidence of which PC this is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { EVIDENCE_FACTS, EvidenceSchema, evidenceFrom } from '#shared/evidence.ts'
import { FACTS } from '#shared/facts/index.ts'
import type { FactBody } from '#shared/facts/spec.ts'

const examples = Object.fromEntries(EVIDENCE_FACTS.map((fact) => [fact, { known: FACTS[fact].example, source: 'x' } as FactBody]))

test('gathers the pieces from the facts', () => {
  const evidence = evidenceFrom(examples)
  assert.ok(Check(EvidenceSchema, evidence))
  assert.equal(evidence.systemSerial, '7XK2P12')
  assert.deepEqual(evidence.macs, ['b8:ca:3a:91:0f:22'])
  assert.deepEqual(evidence.diskSerials, ['Z3TABC12'])
})

test('leaves out virtual adapters, sticks and the serials hypervisors give', () => {
  const adapter = { name: 'x', mac: '02:42:ac:11:00:01', physical: false, medium: 'other', up: true, speedBitS: 1, addresses: [] }
  const disk = { name: 'd', model: 'm', serial: 'S', sizeBytes: 1, bus: 'b', health: 'good', holdsSystem: false }
  const evidence = evidenceFrom({
    ...examples,
    'network-adapters': { known: { adapters: [adapter] }, source: 'x' },
    disks: {
      known: {
        disks: [
          { ...disk, kind: 'ssd', removable: true },
          { ...disk, kind: 'virtual', removable: false },
        ],
      },
      source: 'x',
    },
  })
  assert.deepEqual([evidence.macs, evidence.diskSerials], [[], []])
})

test('docks, USB adapters and Bluetooth go from PC to PC and count nothing; who does not tell the bus is believed', () => {
  const adapter = { name: 'x', physical: true, medium: 'wired', up: true, speedBitS: 1, addresses: [] }
  const adapters = [
    { ...adapter, mac: '00:e0:4c:00:00:01', bus: 'usb' },
    { ...adapter, mac: '00:e0:4c:00:00:02', bus: 'other', medium: 'other' },
    { ...adapter, mac: '00:e0:4c:00:00:03', bus: 'built-in' },
    { ...adapter, mac: '00:e0:4c:00:00:04', bus: { unknown: 'not-supported' } },
    { ...adapter, mac: '00:e0:4c:00:00:05' },
  ]
  const { macs } = evidenceFrom({ ...examples, 'network-adapters': { known: { adapters }, source: 'x' } })
  assert.deepEqual(macs, ['00:e0:4c:00:00:03', '00:e0:4c:00:00:04', '00:e0:4c:00:00:05'])
})

test('unknown facts give unknown pieces with their reason, never empty text', () => {
  const evidence = evidenceFrom({ system: { unknown: 'timed-out' }, board: { unknown: 'access-denied', detail: 'x' } })
  assert.ok(Check(EvidenceSchema, evidence))
  assert.deepEqual(evidence.smbiosUuid, { unknown: 'timed-out' })
  assert.deepEqual(evidence.boardSerial, { unknown: 'access-denied', detail: 'x' })
  assert.deepEqual(evidence.chassisSerial, { unknown: 'failed', detail: 'chassis was not read' })
})
