/** What the store promises about credentials that have grown old: they are changed, and no PC is locked out on the way. */
import assert from 'node:assert/strict'
import { hashSecret } from '#collector/platform/secrets.ts'
import { createCredentials } from '#collector/store/credentials.ts'
import { evidencePieces } from '#collector/store/identity.ts'
import { renewCredential } from '#collector/store/renewals.ts'
import { evidenceOf, type Ledger } from './ledger.ts'

const LATER = Date.UTC(2026, 6, 5)

async function heldBy({ database }: Ledger, pcId: number): Promise<string> {
  const { hash } = await database.read.selectFrom('credential').select('hash').where('pc_id', '=', pcId).executeTakeFirstOrThrow()
  return hash
}

/** As a PC would ask; the hash of what it gets when all goes well. */
async function ask({ database }: Ledger, heldHash: string, number: number) {
  const hash = hashSecret(`renewed ${Math.random()}`)
  const renewed = await renewCredential(database, {
    heldHash,
    hostName: `PC-${number}`,
    agentVersion: '0.1.0',
    publicKey: 'the same key as before, which is 43 letters',
    credentialHash: hash,
    pieces: evidencePieces(evidenceOf(number)),
    at: LATER,
  })
  return { hash, renewed }
}

/** Which of the credentials are good now; a new reader each time, as another collector would be. */
async function standing({ database }: Ledger, hashes: readonly string[]) {
  const credentials = createCredentials(database, () => LATER)
  const states: string[] = []
  for (const hash of hashes) {
    const holder = await credentials.holderOf(hash)
    states.push(holder === undefined ? 'bad' : holder.shared ? 'exchange only' : 'good')
  }
  return states
}

const eventKinds = async ({ database }: Ledger, pcId: number) =>
  (await database.read.selectFrom('event').select('kind').where('pc_id', '=', pcId).orderBy('id').execute()).map(({ kind }) => kind)

export const renewalPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'a new credential takes the place of the old one when it is first used, not before'(ledger) {
    const pc = (await ledger.enrol({ evidence: evidenceOf(1) })) as number
    const old = await heldBy(ledger, pc)
    const { hash, renewed } = await ask(ledger, old, 1)
    assert.deepEqual(renewed, { pcId: pc })
    assert.deepEqual(await standing(ledger, [old]), ['good'])
    assert.deepEqual(await eventKinds(ledger, pc), ['enrolled'])
    assert.deepEqual(await standing(ledger, [hash, old, hash]), ['good', 'exchange only', 'good'])
    assert.deepEqual(await eventKinds(ledger, pc), ['enrolled', 'key-rotated'])
  },

  async 'an answer that was lost locks nobody out: the old one asks again, and the lost one opens nothing'(ledger) {
    const pc = (await ledger.enrol({ evidence: evidenceOf(2) })) as number
    const old = await heldBy(ledger, pc)
    const lost = await ask(ledger, old, 2)
    const found = await ask(ledger, old, 2)
    assert.deepEqual(await standing(ledger, [lost.hash, old, found.hash, old]), ['bad', 'good', 'good', 'exchange only'])
  },

  async 'a disk restored to an earlier state gets back in, as the PC it was'(ledger) {
    const pc = (await ledger.enrol({ evidence: evidenceOf(3) })) as number
    const old = await heldBy(ledger, pc)
    const { hash } = await ask(ledger, old, 3)
    await standing(ledger, [hash])
    const restored = await ask(ledger, old, 3)
    assert.deepEqual(restored.renewed, { pcId: pc })
    assert.deepEqual(await standing(ledger, [restored.hash, hash]), ['good', 'bad'])
  },

  async 'another PC that asks with the credential of this one is not given one in its name'(ledger) {
    const pc = (await ledger.enrol({ evidence: evidenceOf(4) })) as number
    const old = await heldBy(ledger, pc)
    const asked = await ask(ledger, old, 1_005)
    assert.equal(asked.renewed, 'stranger')
    assert.deepEqual(await standing(ledger, [asked.hash, old]), ['bad', 'exchange only'])
    assert.deepEqual(await eventKinds(ledger, pc), ['enrolled', 'key-shared'])
    const again = await ask(ledger, old, 1_005)
    assert.ok(typeof again.renewed === 'object' && again.renewed.pcId !== pc)
  },

  async 'a revoked credential renews nothing'(ledger) {
    const pc = (await ledger.enrol({ evidence: evidenceOf(5) })) as number
    const old = await heldBy(ledger, pc)
    await ledger.database.write(async (db) => {
      await db.updateTable('credential').set({ revoked_at: LATER }).where('pc_id', '=', pc).execute()
    })
    assert.equal((await ask(ledger, old, 5)).renewed, undefined)
  },
}
