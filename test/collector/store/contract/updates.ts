/** Promises of agent updates: who is told what, what is remembered, and a rollout that halts by itself, in both databases. */
import assert from 'node:assert/strict'
import { readAgentUpdates, readUpdatedPcs } from '#collector/fleet/agent-updates/query.ts'
import { createOfferBook } from '#collector/releasing/offer-book.ts'
import { packageFiles } from '#collector/releasing/package-files.ts'
import { hasEnded, tellOffer, tellOutcome, tellPackage } from '#collector/store/pc-updates.ts'
import { addRelease, removeRelease } from '#collector/store/releases.ts'
import { rollOut, stopRollout } from '#collector/store/rollouts.ts'
import type { SignedRelease, UpdateEnd } from '#shared/release.ts'
import type { Ledger } from './ledger.ts'

const KIND = 'linux-deb-amd64'
const BY = { who: 'quan tri', at: 5 }
const FILES = packageFiles('/nowhere')

const release = (version: string, mark = version.slice(2, 3)): SignedRelease => ({
  manifest: { format: 'somay-release-1', version, kind: KIND, fileName: `a_${version}.deb`, sizeBytes: 7, sha256: mark.repeat(64) },
  signature: 'x'.repeat(86),
})
const outcome = (version: string, end: UpdateEnd) => ({
  version,
  sha256: version.slice(2, 3).repeat(64),
  end,
  ...(end !== 'installed' && { reason: 'no-sign-of-life' as const, detail: 'it said nothing' }),
  at: '2026-09-30T01:02:03.000Z',
})

/** A unit within another, three PCs in it and one beside it. */
async function house({ database, unit, enrol }: Ledger) {
  const above = await unit('So Y te')
  const below = await unit('Benh vien', above)
  const other = await unit('So Noi vu')
  const pcs: number[] = []
  for (const [place, unitId] of [below, below, below, other].entries()) pcs.push((await enrol({ unitId, hostName: `M${place}` })) as number)
  for (const pc of pcs) await tellPackage(database, pc, KIND, '0.1.0', 1)
  await addRelease(database, release('0.1.0'), BY)
  await addRelease(database, release('0.2.0'), BY)
  return { above, below, other, pcs }
}

const deeds = async ({ database }: Ledger) =>
  (await database.read.selectFrom('event').select(['kind', 'who']).where('kind', 'like', 'r%').orderBy('id').execute()).map(
    ({ kind, who }) => `${kind} ${who}`,
  )

export const updatePromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'a release is held once; another of its kind and version is not, and one that is rolled out stays'(ledger) {
    const { database } = ledger
    assert.equal(await addRelease(database, release('0.2.0'), BY), 'added')
    assert.equal(await addRelease(database, release('0.2.0'), BY), 'held')
    assert.equal(await addRelease(database, release('0.2.0', 'f'), BY), 'other')
    assert.equal(await rollOut(database, { version: '0.3.0', unitId: null, stage: 10 }, BY), false)
    assert.equal(await rollOut(database, { version: '0.2.0', unitId: null, stage: 10 }, BY), true)
    assert.equal(await removeRelease(database, { kind: KIND, version: '0.2.0' }, BY), 'in-use')
    const [{ id = 0 } = {}] = (await readAgentUpdates(database, FILES)).rollouts
    assert.equal(await stopRollout(database, id, 'ended', BY), true)
    assert.equal(await stopRollout(database, id, 'halted', BY), false)
    assert.deepEqual(await removeRelease(database, { kind: KIND, version: '0.2.0' }, BY), { sha256: '2'.repeat(64) })
    assert.equal(await removeRelease(database, { kind: KIND, version: '0.2.0' }, BY), 'absent')
    assert.deepEqual(
      (await deeds(ledger)).filter((deed) => deed.startsWith('r')),
      ['release-added quan tri', 'rollout-stage quan tri', 'rollout-ended quan tri', 'release-removed quan tri'],
    )
  },

  async 'one rollout a version and unit: asked again it moves to the other stage'(ledger) {
    const { database } = ledger
    const { above } = await house(ledger)
    for (const [unitId, stage] of [
      [null, 10],
      [above, 50],
      [null, 100],
    ] as const)
      await rollOut(database, { version: '0.2.0', unitId, stage }, BY)
    const { rollouts } = await readAgentUpdates(database, FILES)
    assert.deepEqual(
      rollouts.map(({ unitId, unit, stage }) => [unitId, unit, stage]).sort(),
      [
        [undefined, undefined, 100],
        [above, 'So Y te', 50],
      ].sort(),
    )
  },

  async 'three bad ends halt the rollouts above those PCs and no other, in the transaction that tells of the third'(ledger) {
    const { database } = ledger
    const { above, other, pcs } = await house(ledger)
    for (const unitId of [null, above, other]) await rollOut(database, { version: '0.2.0', unitId, stage: 100 }, BY)
    for (const pc of pcs) await tellOffer(database, pc, '0.2.0', 2)
    assert.equal(await hasEnded(database, pcs[0] as number, '0.2.0'), false)
    const halts: boolean[] = []
    for (const pc of pcs.slice(0, 3)) halts.push(await tellOutcome(database, pc, outcome('0.2.0', 'rolled-back'), 3))
    assert.deepEqual(halts, [false, false, true])
    assert.equal(await hasEnded(database, pcs[0] as number, '0.2.0'), true)
    const { rollouts } = await readAgentUpdates(database, FILES)
    const states = new Map(rollouts.map(({ unitId, state, haltedByRule }) => [unitId, `${state} ${haltedByRule}`]))
    assert.deepEqual([states.get(undefined), states.get(above), states.get(other)], ['halted true', 'halted true', 'running false'])
    assert.equal((await deeds(ledger)).filter((deed) => deed === 'rollout-halted ').length, 2)
    // By hand it goes on, and a good end halts nothing.
    await rollOut(database, { version: '0.2.0', unitId: above, stage: 100 }, BY)
    assert.equal(await tellOutcome(database, pcs[3] as number, outcome('0.2.0', 'installed'), 4), false)
  },

  async 'the page counts by unit: there, offered, ended; and who waits for a package or for a way back'(ledger) {
    const { database } = ledger
    const { above, pcs } = await house(ledger)
    const [first = 0, second = 0, third = 0, beside = 0] = pcs
    await rollOut(database, { version: '0.2.0', unitId: above, stage: 100 }, BY)
    await tellOffer(database, first, '0.2.0', 2)
    await tellOffer(database, second, '0.2.0', 2)
    await tellOutcome(database, second, outcome('0.2.0', 'installed'), 3)
    await tellPackage(database, second, KIND, '0.2.0', 3)
    await tellPackage(database, third, KIND, '0.0.9', 3)
    await tellPackage(database, beside, 'windows-msi-x64', '0.1.0', 3)
    const { rollouts, fleet, releases } = await readAgentUpdates(database, FILES)
    assert.deepEqual(rollouts[0]?.progress, {
      ...{ there: 1, due: 2, offered: 1, installed: 1, failed: 0, rolledBack: 0, refused: 0, cannotTell: 0 },
      ...{ lackPackage: 0, lackWayBack: 1 },
    })
    assert.deepEqual(fleet, [
      { kind: KIND, version: '0.2.0', pcs: 1 },
      { kind: KIND, version: '0.1.0', pcs: 1 },
      { kind: KIND, version: '0.0.9', pcs: 1 },
      { kind: 'windows-msi-x64', version: '0.1.0', pcs: 1 },
    ])
    assert.deepEqual(
      releases.map(({ version, isHere }) => [version, isHere]),
      [
        ['0.2.0', false],
        ['0.1.0', false],
      ],
    )
    const told = await readUpdatedPcs(database, { version: '0.2.0', unitId: above })
    assert.deepEqual(
      told.pcs.map(({ pcId, state, unit }) => [pcId, state, unit]),
      [
        [second, 'installed', 'Benh vien'],
        [first, 'offered', 'Benh vien'],
      ],
    )
    assert.equal((await readUpdatedPcs(database, { version: '0.2.0', state: 'failed' })).pcs.length, 0)
  },

  async 'what is held and rolled out is read again after a change and after a minute, not for each question'(ledger) {
    const { database } = ledger
    await house(ledger)
    let now = 1_000
    const book = createOfferBook(database, () => now)
    assert.equal((await book.current()).rollouts.length, 0)
    await rollOut(database, { version: '0.2.0', unitId: null, stage: 10 }, BY)
    assert.equal((await book.current()).rollouts.length, 0)
    now += 60_000
    assert.equal((await book.current()).rollouts.length, 1)
    await rollOut(database, { version: '0.2.0', unitId: null, stage: 50 }, BY)
    book.forget()
    assert.equal((await book.current()).rollouts[0]?.stage, 50)
  },
}
