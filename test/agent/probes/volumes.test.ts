/** The volumes probe over pretended PCs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownOf, reasonOf, why } from './known.ts'

test('lists local volumes once each, and neither network volumes, sticks nor system mounts', async () => {
  const { volumes } = await knownOf('volumes', 'desktop')
  assert.deepEqual(
    volumes.map(({ mount }) => mount),
    ['/', '/boot/efi', '/du lieu', '/home/*'],
  )
})

test('hides the name of a person in a home volume', async () => {
  assert.ok(!JSON.stringify(await knownOf('volumes', 'desktop')).includes('nguyenvana'))
})

test('tells the size and which one holds the system', async () => {
  const [root] = (await knownOf('volumes', 'desktop')).volumes
  assert.deepEqual([root?.sizeBytes, root?.holdsSystem], [249_532_772_352, true])
})

test('says that one volume may not be read, and reads the others', async () => {
  const { volumes } = await knownOf('volumes', 'desktop')
  assert.equal(why(volumes.find(({ mount }) => mount === '/du lieu')?.sizeBytes), 'access-denied')
})

test('knows the root of a container', async () => {
  assert.equal((await knownOf('volumes', 'container')).volumes[0]?.fileSystem, 'overlay')
})

test('is unknown when the mounts are denied', async () => {
  assert.equal(await reasonOf('volumes', 'denied'), 'access-denied')
})
