/** What kind of PC it is, as real and virtual PCs tell it: nothing is taken for granted where they tell too little. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { natureMeasures } from '#collector/plan/measures/nature.ts'
import type { FactBody } from '#shared/facts/spec.ts'
import { isUnknown, unknown } from '#shared/unknown.ts'
import { exampleFacts, known } from '../../../make-report.ts'

const NOT_TOLD = unknown('not-supported')
const PLACEHOLDER = { placeholder: 'To Be Filled By O.E.M.' }
const NAMELESS = known('system', { manufacturer: PLACEHOLDER, model: PLACEHOLDER, virtual: NOT_TOLD })
const chassis = (kind: unknown): FactBody => known('chassis', { kind })
const board = (manufacturer: unknown, model: unknown = 'H81M-K'): FactBody => known('board', { manufacturer, model })
const bios = (vendor: unknown): FactBody => known('bios', { vendor })
const SERVER_2019 = known('os', { name: 'Windows Server 2019 Standard', supportEdition: 'server' })
const UBUNTU = known('os', { family: 'linux', name: 'Ubuntu 24.04 LTS', supportEdition: 'lts' })
const NOT_READ: FactBody = { unknown: 'timed-out' }

/** "office desktop", "unknown unknown" */
function told(changes: Readonly<Record<string, FactBody | undefined>>): string {
  const { nature, portable } = natureMeasures({ ...exampleFacts, ...changes })
  return `${isUnknown(nature) ? 'unknown' : nature} ${isUnknown(portable) ? 'unknown' : portable ? 'laptop' : 'desktop'}`
}

test('a PC of the office: real, by its case and system no server', () => {
  assert.equal(told({}), 'office desktop')
  assert.equal(told({ chassis: chassis('laptop') }), 'office laptop')
  assert.equal(told({ chassis: chassis('tablet'), os: UBUNTU }), 'office laptop')
  assert.equal(told({ chassis: chassis('all-in-one') }), 'office desktop')
  assert.equal(told({ chassis: chassis('mini'), os: UBUNTU }), 'office desktop')
})

test('a case that was not read, or that its maker calls "other", is neither a desktop nor a laptop', () => {
  assert.equal(told({ chassis: NOT_READ }), 'office unknown')
  assert.equal(told({ chassis: undefined }), 'office unknown')
  assert.equal(told({ chassis: chassis('other') }), 'office unknown')
  assert.equal(told({ chassis: chassis(NOT_TOLD) }), 'office unknown')
})

test('servers: by their Windows, or by their case', () => {
  assert.equal(told({ os: SERVER_2019 }), 'server desktop')
  assert.equal(told({ os: known('os', { name: 'Windows Server 2012 R2', supportEdition: NOT_TOLD }) }), 'server desktop')
  assert.equal(told({ chassis: chassis('server'), os: UBUNTU }), 'server desktop')
  assert.equal(told({ os: SERVER_2019, chassis: NOT_READ, system: NOT_READ }), 'server unknown')
  // A virtual server is bought for as little as a real one.
  assert.equal(told({ os: SERVER_2019, chassis: chassis('virtual') }), 'server desktop')
})

test('whether it is a server cannot be told: a Linux whose case is not known, a system that was not read', () => {
  assert.equal(told({ os: UBUNTU, chassis: chassis('other') }), 'unknown unknown')
  assert.equal(told({ os: NOT_READ }), 'unknown desktop')
})

test('virtual: it says so, or its tables are signed by a hypervisor', () => {
  assert.equal(told({ system: known('system', { virtual: true }) }), 'virtual desktop')
  assert.equal(told({ chassis: chassis('virtual'), system: NOT_READ }), 'virtual desktop')
  for (const facts of [
    { board: board('Microsoft Corporation', 'Virtual Machine'), bios: bios('American Megatrends Inc.') },
    { board: board('Oracle Corporation', 'VirtualBox'), bios: bios('innotek GmbH') },
    { board: board('Intel Corporation', '440BX Desktop Reference Platform'), bios: bios('VMware, Inc.') },
    { board: NOT_READ, bios: bios('SeaBIOS') },
  ])
    assert.match(told({ ...facts, system: NAMELESS }), /^virtual /)
})

test('a PC without a name that cannot say itself: a named board and firmware in a case for the desk prove it real', () => {
  assert.equal(told({ system: NAMELESS, board: board('ASUSTeK COMPUTER INC.'), bios: bios('American Megatrends Inc.') }), 'office desktop')
  // A white box: even its board has no maker, and that was read.
  assert.equal(told({ system: NAMELESS, board: board(PLACEHOLDER, PLACEHOLDER), bios: bios('American Megatrends Inc.') }), 'office desktop')
})

test('where that proof is missing it stays unknown', () => {
  const asus = { system: NAMELESS, board: board('ASUSTeK COMPUTER INC.'), bios: bios('American Megatrends Inc.') }
  for (const facts of [
    { ...asus, chassis: chassis('other') },
    { ...asus, chassis: NOT_READ },
    { ...asus, board: NOT_READ },
    { ...asus, bios: NOT_READ },
    { ...asus, bios: bios(PLACEHOLDER) },
    // A guest of Microsoft's, or a Surface.
    { ...asus, board: board('Microsoft Corporation', 'Surface Pro 7') },
    { system: NOT_READ, board: NOT_READ, bios: NOT_READ },
  ])
    assert.match(told(facts), /^unknown /, JSON.stringify(facts))
})
