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

test('rounds free room down to 64 MiB, so that a written file is no news', async () => {
  const [root] = (await knownOf('volumes', 'desktop')).volumes
  assert.equal(Number(root?.freeBytes) % (64 * 1024 * 1024), 0)
  assert.ok(Number(root?.freeBytes) <= 61_203_283_968)
  assert.equal(root?.holdsSystem, true)
})

test('says that one volume may not be read, and reads the others', async () => {
  const { volumes } = await knownOf('volumes', 'desktop')
  assert.equal(why(volumes.find(({ mount }) => mount === '/du lieu')?.freeBytes), 'access-denied')
})

test('knows the root of a container', async () => {
  assert.equal((await knownOf('volumes', 'container')).volumes[0]?.fileSystem, 'overlay')
})

test('is unknown when the mounts are denied', async () => {
  assert.equal(await reasonOf('volumes', 'denied'), 'access-denied')
})
