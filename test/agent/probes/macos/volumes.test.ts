/** Local volumes of Macs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from '../known.ts'
import { macPc, profileOf } from './mac-pc.ts'

test('the volume macOS runs from, once, without the parts that share its room, images and sticks', async () => {
  assert.deepEqual((await knownOf('volumes', macPc('macbook-air-m1'))).volumes, [
    { mount: '/', fileSystem: 'APFS', sizeBytes: 245_107_195_904, holdsSystem: true },
  ])
  assert.deepEqual(
    (await knownOf('volumes', macPc('imac-intel'))).volumes.map(({ mount }) => mount),
    ['/'],
  )
})

test('a further volume inside is listed', async () => {
  const { volumes } = await knownOf('volumes', macPc('macbook-pro-t2'))
  assert.deepEqual(
    volumes.map(({ mount, fileSystem, holdsSystem }) => [mount, fileSystem, holdsSystem]),
    [
      ['/', 'APFS', true],
      ['/Volumes/Work', 'Case-sensitive APFS', false],
    ],
  )
})

test('a list without the volume of macOS is no list', async () => {
  const types = { SPStorageDataType: profileOf('macbook-air-m1').SPStorageDataType.filter(({ mount_point }) => mount_point !== '/') }
  assert.equal(await reasonOf('volumes', macPc('macbook-air-m1', { types })), 'failed')
})

test('a size in words is not taken for one', async () => {
  const [root] = profileOf('mac-mini-m2').SPStorageDataType
  const pc = macPc('mac-mini-m2', { types: { SPStorageDataType: [{ ...root, size_in_bytes: '494,38 GB', file_system: undefined }] } })
  const [volume] = (await knownOf('volumes', pc)).volumes
  assert.deepEqual([why(volume?.sizeBytes), why(volume?.fileSystem)], ['failed', 'not-supported'])
})

test('a card in its reader comes and goes, and a mount point does not name a person', async () => {
  const [root] = profileOf('mac-mini-m2').SPStorageDataType
  const card = { ...root, mount_point: '/Volumes/CARD', physical_drive: { is_internal_disk: 'yes', protocol: 'Secure Digital' } }
  const own = { ...root, mount_point: '/Users/an/Work' }
  const { volumes } = await knownOf('volumes', macPc('mac-mini-m2', { types: { SPStorageDataType: [card, own, root] } }))
  assert.deepEqual(
    volumes.map(({ mount }) => mount),
    ['/', '/Users/*/Work'],
  )
})
