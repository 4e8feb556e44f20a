/** What the store promises about a key that several PCs join with, as an image brings it along: all are marked, none keeps it, none is booked for another. */
import assert from 'node:assert/strict'
import { readClones } from '#collector/fleet/identity/clones.ts'
import { findKeyHolder } from '#collector/store/bundle-pcs.ts'
import { evidencePieces } from '#collector/store/identity.ts'
import { renewCredential } from '#collector/store/renewals.ts'
import { branded, credentialOf, evidenceIn, type Facts, kindsOfEvents, renew } from './clones.ts'
import { evidenceOf, type Ledger } from './ledger.ts'
import { AT } from './register-lists.ts'

export const oneKeyPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'an image cloned to 40 PCs makes 40 PCs, all marked, each with a key of its own in the end, and nobody is asked'(ledger) {
    const { database } = ledger
    const image = {
      machineId: 'one image',
      smbiosUuid: { placeholder: '03000200-0400-0500-0006-000700080009' },
      systemSerial: { placeholder: 'Default string' },
    }
    const ids = await ledger.enrolAll(
      Array.from({ length: 40 }, (_, number) => ({ evidence: evidenceOf(100 + number, image), publicKey: 'one key', hostName: 'MAU' })),
    )
    assert.equal(new Set(ids).size, 40)
    assert.deepEqual(await database.read.selectFrom('identity_question').select('pc_id').execute(), [])
    const marked = async () => {
      const { count, clones } = await readClones(database, 'all')
      return [count, clones.filter(({ isWaiting }) => isWaiting).length]
    }
    assert.deepEqual(await marked(), [40, 40])
    const held = await database.read.selectFrom('credential').select(['hash', 'pc_id']).where('public_key', '=', 'one key').execute()
    for (const [number, pcId] of ids.entries()) {
      const renewed = await renewCredential(database, {
        heldHash: held.find(({ pc_id }) => pc_id === pcId)?.hash ?? '',
        hostName: 'MAU',
        agentVersion: '0.1.0',
        publicKey: `own key ${number}`,
        credentialHash: `own credential ${number}`,
        pieces: evidencePieces(evidenceOf(100 + number, image)),
        at: AT,
      })
      assert.deepEqual(renewed, { pcId })
    }
    assert.deepEqual(await marked(), [40, 0])
    const own = await database.read.selectFrom('credential').select('public_key').where('shared_at', 'is', null).execute()
    assert.equal(new Set(own.map(({ public_key }) => public_key)).size, 40)
    assert.deepEqual(await database.read.selectFrom('identity_question').select('pc_id').execute(), [])
  },

  async 'marks all that joined with one key, once each, and leaves those that have their own by now what is theirs'(ledger) {
    const image = { publicKey: 'the key of an image' }
    const join = async (number: number) => (await ledger.enrol({ ...image, evidence: evidenceIn(branded(number)) })) as number
    const [one, two] = [await join(8011), await join(8012)]
    const open = async (pcId: number) => (await credentialOf(ledger, pcId)).filter(({ shared_at }) => shared_at === null)
    assert.deepEqual([await open(one), await open(two)], [[], []])
    const [held] = await credentialOf(ledger, one)
    assert.equal(await renew(ledger, held?.hash ?? '', branded(8011), 1), one)
    const three = await join(8013)
    assert.equal((await open(one)).length, 1, 'its own key')
    assert.deepEqual(await open(three), [])
    assert.deepEqual(await kindsOfEvents(ledger, one), ['enrolled', 'key-shared', 'key-renewed'])
    assert.deepEqual(await kindsOfEvents(ledger, two), ['enrolled', 'key-shared'])
    assert.deepEqual(await kindsOfEvents(ledger, three), ['enrolled', 'key-shared'])
  },

  async 'closes no key of one box that joined again in another unit'(ledger) {
    const elsewhere = await ledger.unit('Sở Y tế')
    const evidence = evidenceIn(branded(8021))
    const one = await ledger.enrol({ publicKey: 'its own', evidence })
    const other = (await ledger.enrol({ publicKey: 'its own', evidence, unitId: elsewhere })) as number
    assert.notEqual(other, one)
    const [held] = await credentialOf(ledger, other)
    assert.equal(held?.shared_at, null)
    assert.deepEqual(await kindsOfEvents(ledger, other), ['enrolled-alike'])
  },

  async 'says of a file signed with a key of several PCs whose it is by its hardware, and of none where that tells nothing'(ledger) {
    const { database } = ledger
    const image = { publicKey: 'signed with one key' }
    const join = async (number: number) => (await ledger.enrol({ ...image, evidence: evidenceIn(branded(number)) })) as number
    const [one, two] = [await join(8031), await join(8032)]
    // As a ledger of before has them, in which joining closed nothing.
    await database.write((db) => db.updateTable('credential').set({ shared_at: null }).execute())
    const holder = async (facts: Facts) => {
      const found = await findKeyHolder(database, image.publicKey, evidencePieces(evidenceIn(facts)))
      return [found?.pcId, found?.key]
    }
    assert.deepEqual(await holder(branded(8031)), [one, 'good'])
    assert.deepEqual(await holder(branded(8032)), [two, 'good'])
    assert.equal((await holder(branded(8033)))[1], 'shared')
    assert.equal((await holder({}))[1], 'shared')
  },
}
