/** What kind of box a Mac is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, why } from '../known.ts'
import { macPc, profileOf, type Situation, textOf } from './mac-pc.ts'

const KINDS: readonly (readonly [Situation, string])[] = [
  ['macbook-air-m1', 'laptop'],
  ['macbook-pro-t2', 'laptop'],
  ['imac-intel', 'all-in-one'],
  ['mac-mini-m2', 'mini'],
]

test('by its name, also where the identifier only says Mac', async () => {
  for (const [situation, kind] of KINDS) assert.equal((await knownOf('chassis', macPc(situation))).kind, kind)
})

test('no SMBIOS type and no serial of its own are made up', async () => {
  const { typeCode, serial, manufacturer } = await knownOf('chassis', macPc('mac-mini-m2'))
  assert.deepEqual([why(typeCode), why(serial), manufacturer], ['not-supported', 'not-supported', 'Apple Inc.'])
})

test('a name that leaves a doubt leaves the kind unknown', async () => {
  const [hardware] = profileOf('mac-mini-m2').SPHardwareDataType
  const kind = async (machine_name?: string, machine_model?: string) =>
    (await knownOf('chassis', macPc('mac-mini-m2', { types: { SPHardwareDataType: [{ ...hardware, machine_name, machine_model }] } }))).kind
  assert.equal(await kind('Mac Studio', 'Mac14,13'), 'desktop')
  assert.equal(await kind('Mac Pro', 'MacPro6,1'), 'desktop')
  assert.equal(why(await kind('Mac Pro', 'MacPro7,1')), 'not-supported')
  assert.equal(why(await kind('Mac Pro', 'Mac14,8')), 'not-supported')
  assert.equal(await kind(undefined, 'Macmini8,1'), 'mini')
  assert.equal(why(await kind()), 'not-supported')
})

test('a guest is virtual whatever its name is', async () => {
  const sysctl = textOf('mac-mini-m2', 'sysctl.txt').replace('hv_vmm_present: 0', 'hv_vmm_present: 1')
  assert.equal((await knownOf('chassis', macPc('mac-mini-m2', { commands: { sysctl } }))).kind, 'virtual')
})
