/** Releases on the command line: only what the key signed and the manifest names is held, once, and not removed while it is rolled out. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDatabase } from '#collector/store/database.ts'
import { rollOut } from '#collector/store/rollouts.ts'
import type { SignedRelease } from '#shared/release.ts'
import { temporaryFolder } from '../../agent/temporary-folder.ts'
import { contentOf, newSigner, releaseOf } from '../../agent/updates/signed.ts'
import { startCollector } from '../../collector-process.ts'

const KIND = 'linux-deb-amd64'

test('what is not signed, not whole or held already is refused; what is rolled out stays', async (t) => {
  const signer = newSigner()
  const collector = await startCollector(t, { environment: { SOMAY_UPDATE_KEY: signer.updateKey } })
  const folder = temporaryFolder(t)
  const files = () => (existsSync(join(collector.dataFolder, 'releases')) ? readdirSync(join(collector.dataFolder, 'releases')) : [])
  const add = (release: SignedRelease, content: Buffer) => {
    const path = join(folder, release.manifest.fileName)
    writeFileSync(path, content)
    writeFileSync(`${path}.release.json`, JSON.stringify(release))
    return collector.command('release', 'add', '--file', path)
  }
  const release = releaseOf(signer, KIND, '0.2.0')
  await assert.rejects(add(releaseOf(newSigner(), KIND, '0.2.0'), contentOf('0.2.0')), /was not signed by the key/)
  await assert.rejects(add(release, Buffer.from('another')), /is not the package/)
  await assert.rejects(add(release, Buffer.concat([contentOf('0.2.0'), Buffer.from('more')])), /is not the package/)
  assert.deepEqual(files(), [])

  await add(release, contentOf('0.2.0'))
  // Again, as for a collector whose files were lost.
  await add(release, contentOf('0.2.0'))
  assert.deepEqual(files(), [release.manifest.sha256])
  const rebuilt = Buffer.from('built anew')
  await assert.rejects(add(releaseOf(signer, KIND, '0.2.0', rebuilt), rebuilt), /Another package of linux-deb-amd64 0\.2\.0 is held/)
  assert.deepEqual(files(), [release.manifest.sha256])
  assert.match(await collector.command('release', 'list'), /^0\.2\.0 {2}linux-deb-amd64 {2}0\.0 MB/)

  const database = await openDatabase(collector.dataFolder)
  await rollOut(database, { version: '0.2.0', unitId: null, stage: 10 }, { who: 'test', at: 1 })
  const remove = () => collector.command('release', 'remove', '--kind', KIND, '--release', '0.2.0')
  await assert.rejects(remove(), /is being rolled out/)
  await database.write((db) => db.updateTable('rollout').set({ state: 'ended' }).execute())
  await database.close()
  await remove()
  assert.ok(!files().includes(release.manifest.sha256))
  await assert.rejects(remove(), /There is no linux-deb-amd64 0\.2\.0/)
})

test('the keys are made once and never written over', async (t) => {
  const collector = await startCollector(t)
  const folder = temporaryFolder(t)
  assert.match(await collector.command('update-key', 'make', '--out', folder), /^UPDATE_KEY=[A-Za-z0-9_-]{43}$/m)
  await assert.rejects(collector.command('update-key', 'make', '--out', folder), /is not written over/)
})
