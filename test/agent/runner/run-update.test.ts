/** The runner: it installs what the key signed, goes back when no sign of life comes, believes nothing it was handed, and finishes what a power cut left. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runUpdate } from '#agent/runner/run-update.ts'
import { verdictOn } from '#agent/runner/wait-for-proof.ts'
import type { SignedRelease } from '#shared/release.ts'
import { contentOf, newSigner, releaseOf } from '../updates/signed.ts'
import { houseOf, KIND, LIMIT_MS, PowerCut, signer } from './runner-house.ts'

const [first, second] = [releaseOf(signer, KIND, '0.1.0'), releaseOf(signer, KIND, '0.2.0')]

test('what proves itself stays, and its package is kept to go back to', async (t) => {
  const { pc, ask, run, room, end, outcome } = houseOf(t)
  ask(second, first)
  await run()
  assert.equal(pc.version, '0.2.0')
  assert.deepEqual(end(), ['installed', undefined])
  assert.equal(outcome()?.kept, second.manifest.sha256)
  assert.deepEqual(readdirSync(room).sort(), [`${second.manifest.sha256}.deb`, 'standing.json'])
  await run()
  assert.deepEqual(pc.installs, ['0.2.0'], 'the same request does nothing twice')
})

test('the next update needs no way back fetched', async (t) => {
  const { pc, ask, run, stateFolder, end } = houseOf(t)
  ask(second, first)
  await run()
  const third = releaseOf(signer, KIND, '0.3.0')
  ask(third, second)
  rmSync(join(stateFolder, 'updates', `${second.manifest.sha256}.deb`))
  pc.reports = false
  await run()
  assert.deepEqual(end(), ['rolled-back', 'no-sign-of-life'])
  assert.equal(pc.version, '0.2.0')
})

test('no sign of life within the limit: the version before is installed again', async (t) => {
  const { pc, ask, run, end, outcome } = houseOf(t)
  pc.reports = false
  ask(second, first)
  await run()
  assert.deepEqual(pc.installs, ['0.2.0', '0.1.0'])
  assert.deepEqual(end(), ['rolled-back', 'no-sign-of-life'])
  assert.equal(outcome()?.kept, first.manifest.sha256)
})

test('a proof that lay there before is none, even of the same version', async (t) => {
  const { pc, ask, run, prove, end } = houseOf(t)
  prove('0.2.0', 'long ago')
  pc.reports = false
  ask(second, first)
  await run()
  assert.deepEqual(end(), ['rolled-back', 'no-sign-of-life'])
})

test('a PC without a network is given a day, not the limit: its silence says nothing about the agent', async (t) => {
  assert.equal(verdictOn({ allMs: 5 * LIMIT_MS, reachableMs: 0 }, { limitMs: LIMIT_MS, longestMs: 20 * LIMIT_MS }), 'wait')
  const { pc, ask, run, ground, end } = houseOf(t)
  pc.reports = false
  pc.isReachable = false
  ask(second, first)
  await run()
  assert.ok(ground.upMs() >= 20 * LIMIT_MS)
  assert.deepEqual(end(), ['rolled-back', 'collector-not-reached'])
})

test('an installer that fails and leaves what was there is told as such', async (t) => {
  const { pc, ask, run, end, outcome } = houseOf(t)
  pc.takes = () => ({ ok: false, detail: 'dpkg ended with 1' })
  ask(second, first)
  await run()
  assert.equal(pc.version, '0.1.0')
  assert.deepEqual(end(), ['failed', 'installer-failed'])
  assert.equal(outcome()?.outcome.detail, 'dpkg ended with 1')
})

test('one that leaves half of something is followed by the version before', async (t) => {
  const { pc, ask, run, end } = houseOf(t)
  pc.takes = (version) => {
    if (version === '0.1.0') return { ok: true }
    pc.version = undefined
    return { ok: false, detail: 'half' }
  }
  ask(second, first)
  await run()
  assert.equal(pc.version, '0.1.0')
  assert.deepEqual(end(), ['rolled-back', 'installer-failed'])
})

test('with nothing whole on the PC nothing is closed: tried four times, then hourly, and again at the next start, until an agent can tell', async (t) => {
  const { pc, ask, run, end, ground, room } = houseOf(t)
  const patient = { ...ground, patience: { limitMs: LIMIT_MS, longestMs: 5 * 3_600_000 } }
  pc.takes = () => {
    pc.version = undefined
    return { ok: false, detail: 'the disk is full' }
  }
  ask(second, first)
  await runUpdate(patient)
  assert.deepEqual(end(), [undefined, undefined])
  assert.ok(existsSync(join(room, 'journal.json')))
  assert.equal(pc.installs.length, 1 + 4 + 5)
  pc.takes = () => ({ ok: true })
  await run()
  assert.deepEqual(end(), ['rolled-back', 'installer-failed'])
  assert.equal(pc.started.at(-1), '0.1.0')
  assert.equal(existsSync(join(room, 'journal.json')), false)
})

test('where the new version stays whole and comes to life after all, or somebody installs another, that is where it ends', async (t) => {
  for (const [version, kept] of [
    ['0.2.0', second],
    ['0.9.0', first],
  ] as const) {
    const { pc, ask, run, prove, end, outcome } = houseOf(t)
    pc.reports = false
    ask(second, first)
    let tries = 0
    pc.takes = (wanted) => {
      if (wanted === '0.2.0') return { ok: true }
      if (++tries === 3) {
        pc.version = version
        prove(version, 'late')
      }
      return { ok: false, detail: 'it cannot be removed' }
    }
    await run()
    assert.deepEqual(end(), ['cannot-tell', 'rollback-failed'])
    assert.equal(outcome()?.kept, kept.manifest.sha256)
    assert.equal(outcome()?.outcome.detail, 'it cannot be removed')
  }
})

test('the new version is started before its sign of life is waited for', async (t) => {
  const { pc, ask, run, end } = houseOf(t)
  ask(second, first)
  await run()
  assert.deepEqual([end(), pc.started], [['installed', undefined], ['0.2.0']])
})

test('what another key signed, another kind, no newer version, a wrong way back: refused before anything is run', async (t) => {
  const other = newSigner()
  const cases: readonly (readonly [SignedRelease, SignedRelease, string, (string | undefined)?])[] = [
    [releaseOf(other, KIND, '0.2.0'), first, 'signature-wrong'],
    [{ ...second, manifest: { ...second.manifest, version: '0.9.0' } }, first, 'signature-wrong'],
    [releaseOf(signer, 'linux-rpm-x86_64', '0.2.0'), first, 'kind-wrong'],
    [releaseOf(signer, KIND, '0.1.0', Buffer.from('rebuilt')), first, 'not-newer'],
    [releaseOf(signer, KIND, '0.0.9'), first, 'not-newer'],
    [second, releaseOf(other, KIND, '0.1.0'), 'fallback-wrong'],
    [second, releaseOf(signer, KIND, '0.0.9'), 'fallback-wrong'],
  ]
  for (const [release, fallback, reason] of cases) {
    const { pc, ask, run, end } = houseOf(t)
    ask(release, fallback)
    await run()
    assert.deepEqual([end(), pc.installs], [['refused', reason], []], reason)
  }
})

test('without a key nothing is taken', async (t) => {
  const folder = houseOf(t, '')
  const bare = { ...folder.ground, updateKey: undefined }
  folder.ask(second, first)
  await runUpdate(bare)
  assert.deepEqual([folder.end(), folder.pc.installs], [['refused', 'no-key'], []])
})

test('a package that is another one, or a link, or gone, is refused', async (t) => {
  for (const spoil of [
    (path: string) => writeFileSync(path, Buffer.alloc(second.manifest.sizeBytes)),
    (path: string) => {
      rmSync(path)
      writeFileSync(`${path}.real`, contentOf('0.2.0'))
      symlinkSync(`${path}.real`, path)
    },
    (path: string) => rmSync(path),
  ]) {
    const { pc, ask, run, end, stateFolder } = houseOf(t)
    ask(second, first)
    spoil(join(stateFolder, 'updates', `${second.manifest.sha256}.deb`))
    await run()
    assert.deepEqual([end(), pc.installs], [['refused', 'package-wrong'], []])
  }
})

test('a request that is no JSON of its form, or a link to a file of root’s, is not there', async (t) => {
  const { pc, run, stateFolder, outcome } = houseOf(t)
  const ready = join(stateFolder, 'updates/ready.json')
  symlinkSync('/etc/passwd', ready)
  await run()
  rmSync(ready)
  writeFileSync(ready, '{"release":1}')
  await run()
  assert.deepEqual([outcome(), pc.installs], [undefined, []])
})

test('the power goes while the new version is waited for: the next start goes on waiting', async (t) => {
  const { pc, ask, run, prove, end } = houseOf(t)
  pc.reports = false
  pc.cutAfterWaits = 3
  ask(second, first)
  await assert.rejects(run(), PowerCut)
  assert.deepEqual(end(), [undefined, undefined])
  pc.cutAfterWaits = Number.POSITIVE_INFINITY
  prove('0.2.0', 'after the start')
  await run()
  assert.deepEqual(end(), ['installed', undefined])
  assert.deepEqual(pc.installs, ['0.2.0'])
})

test('the power goes in the middle of the installer: it is begun again, and a version that keeps ending the PC is taken back', async (t) => {
  const { pc, ask, run, end } = houseOf(t)
  const work = pc.takes
  pc.takes = (version) => {
    if (version !== '0.2.0') return work(version)
    pc.version = undefined
    throw new PowerCut()
  }
  ask(second, first)
  for (let time = 0; time < 4; time++) await assert.rejects(run(), PowerCut)
  await run()
  assert.deepEqual(pc.installs, ['0.2.0', '0.2.0', '0.2.0', '0.2.0', '0.1.0'])
  assert.deepEqual(end(), ['rolled-back', 'cut-off'])
})

test('the power goes on the way back: it is gone on with, and done once', async (t) => {
  const { pc, ask, run, end } = houseOf(t)
  pc.reports = false
  ask(second, first)
  pc.takes = (version) => {
    if (version === '0.2.0') return { ok: true }
    pc.takes = () => ({ ok: true })
    throw new PowerCut()
  }
  await assert.rejects(run(), PowerCut)
  assert.equal(pc.version, '0.2.0')
  await run()
  assert.equal(pc.version, '0.1.0')
  assert.deepEqual(end(), ['rolled-back', 'no-sign-of-life'])
})
