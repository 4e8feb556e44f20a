/** Programs on Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, knownOf, reasonOf } from '../known.ts'
import { HANGS, macPc, silentMac } from './mac-pc.ts'

const listed = (applications: string) => macPc('imac-intel', { commands: { applications } })

test('programs with version and maker, without what is macOS, inside others or on a stick', async () => {
  assert.deepEqual((await knownOf('software', macPc('macbook-air-m1'))).programs, [
    { name: 'Cong cu' },
    { name: 'Numbers', version: '14.1' },
    { name: 'Safari', version: '17.5', publisher: 'Apple' },
    { name: 'Trình duyệt Mẫu', version: '140.0.1', publisher: 'Công ty Mẫu (Hà Nội)' },
  ])
})

test('where a program lies may name a person and is not told', async () => {
  assert.ok(!JSON.stringify(await bodyOf('software', macPc('macbook-air-m1'))).includes('/Users'))
})

test('keeps unknown when the list is late, cut off, empty or no list', async () => {
  assert.equal(await reasonOf('software', macPc('imac-intel', { commands: { applications: HANGS } })), 'timed-out')
  for (const text of [
    '{}',
    '{"SPApplicationsDataType":[]}',
    '{"SPApplicationsDataType":{"_name":"x"}}',
    '{"SPApplicationsDataType":[{"_na',
    '{"SPApplicationsDataType":["x"]}',
  ])
    assert.equal(await reasonOf('software', listed(text)), 'failed', text)
})

test('a hung system_profiler of the rest takes no program with it', async () => {
  assert.equal((await knownOf('software', silentMac('hangs.json'))).programs.length, 1)
})
