/** The software probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf } from './known.ts'

test('lists installed packages in a fixed order, and not those of which only the configuration is left', async () => {
  assert.deepEqual((await knownOf('software', 'dpkg')).programs, [
    { name: 'bash', version: '5.2.15-2+b8' },
    { name: 'zlib1g', version: '1:1.2.13' },
  ])
})

test('reads rpm with the day of installation, and leaves a day out that was not told', async () => {
  assert.deepEqual((await knownOf('software', 'rpm')).programs, [
    { name: 'bash', version: '5.1.8-9.el9' },
    { name: 'openssl', version: '1:3.2.2-6.el9_5', installedOn: '2024-11-21' },
  ])
})

test('is unknown when no list can be had', async () => {
  assert.equal(await reasonOf('software', 'neither'), 'not-supported')
  assert.equal(await reasonOf('software', 'denied'), 'access-denied')
})
