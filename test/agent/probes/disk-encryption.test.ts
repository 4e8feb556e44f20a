/** The disk encryption probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('finds encryption under LVM, and calls a volume open when one of its disks is', async () => {
  assert.deepEqual((await knownOf('disk-encryption', 'luks-under-lvm')).volumes, [
    { mount: '/', state: 'protected', method: 'LUKS2', holdsSystem: true },
    { mount: '/boot', state: 'none', holdsSystem: false },
    { mount: '/home', state: 'none', holdsSystem: false },
  ])
})

test('a plain partition is not encrypted', async () => {
  assert.deepEqual((await knownOf('disk-encryption', 'plain')).volumes, [{ mount: '/', state: 'none', holdsSystem: true }])
})

test('a volume of Btrfs over two disks is open when the second is, which no list of mounts tells', async () => {
  assert.deepEqual((await knownOf('disk-encryption', 'btrfs-on-two-disks')).volumes, [
    { mount: '/', state: 'none', holdsSystem: true },
    { mount: '/srv', state: 'protected', method: 'LUKS1', holdsSystem: false },
  ])
})

test('a layer that only checks what is read encrypts nothing', async () => {
  assert.deepEqual((await knownOf('disk-encryption', 'verity')).volumes, [{ mount: '/', state: 'none', holdsSystem: true }])
})

test('what could not be looked into is unknown, not open', async () => {
  const [denied] = (await knownOf('disk-encryption', 'denied')).volumes
  assert.equal(why(denied?.state), 'access-denied')
  const [container] = (await knownOf('disk-encryption', 'container')).volumes
  assert.equal(why(container?.state), 'not-supported')
  assert.equal(await reasonOf('disk-encryption', { files: {} }), 'not-supported')
})
