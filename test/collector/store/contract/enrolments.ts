/** What the store promises about enrolment: good tokens only, one row per real PC, clones apart. */
import assert from 'node:assert/strict'
import { createEnrolToken } from '#collector/store/enrol-tokens.ts'
import { ENROLLED_AT, evidenceOf, type Ledger } from './ledger.ts'

const DAY_MS = 86_400_000
async function token({ database, unitId }: Ledger, useLimit: number): Promise<string> {
  return (await createEnrolToken(database, { who: 'test', unitId, label: '', at: ENROLLED_AT, validMs: DAY_MS, useLimit })).token
}

export const enrolmentPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'refuses a token that is wrong, expired, used up or revoked'(ledger) {
    assert.equal(await ledger.enrol({ token: 'som_enrol_no-such-token' }), undefined)
    const good = await token(ledger, 1)
    assert.equal(await ledger.enrol({ token: good, at: ENROLLED_AT + 2 * DAY_MS }), undefined)
    assert.ok(await ledger.enrol({ token: good }))
    assert.equal(await ledger.enrol({ token: good }), undefined)
    const revoked = await token(ledger, 5)
    await ledger.database.write((db) =>
      db.updateTable('enrol_token').set({ revoked_at: ENROLLED_AT }).where('revoked_at', 'is', null).execute(),
    )
    assert.equal(await ledger.enrol({ token: revoked }), undefined)
  },

  async 'puts a PC into the unit it names below that of its token, and elsewhere into the unit of the token'(ledger) {
    const { database } = ledger
    const own = await ledger.unit('Sở')
    const beside = await ledger.unit('Sở khác')
    const inner = await ledger.unit('Trung tâm', own)
    const coded = (id: number, code: string) => database.write((db) => db.updateTable('unit').set({ code }).where('id', '=', id).execute())
    await coded(inner, 'TT-01')
    await coded(beside, 'SK-01')
    const made = { who: 'test', unitId: own, label: '', at: ENROLLED_AT, validMs: DAY_MS, useLimit: 9 }
    const { token: ofOwn } = await createEnrolToken(database, made)
    const unitOf = async (unitCode?: string) => {
      const id = (await ledger.enrol({ token: ofOwn, unitCode })) as number
      const { unit_id } = await database.read.selectFrom('pc').select('unit_id').where('id', '=', id).executeTakeFirstOrThrow()
      const event = await database.read
        .selectFrom('event')
        .select('detail')
        .where('pc_id', '=', id)
        .where('kind', '=', 'enrolled')
        .executeTakeFirst()
      return [unit_id, JSON.parse(event?.detail ?? '{}').unknownUnitCode]
    }
    assert.deepEqual(await unitOf('TT-01'), [inner, undefined])
    assert.deepEqual(await unitOf(), [own, undefined])
    // No token opens a unit beside its own, and a code nobody has is no reason to lose a PC: the log tells what it asked for.
    assert.deepEqual(await unitOf('SK-01'), [own, 'SK-01'])
    assert.deepEqual(await unitOf("x'; --"), [own, "x'; --"])
  },

  async 'uses up a refused token not at all'(ledger) {
    const limited = await token(ledger, 2)
    await ledger.enrol({ token: limited, at: ENROLLED_AT + 2 * DAY_MS })
    assert.ok(await ledger.enrol({ token: limited }))
    assert.ok(await ledger.enrol({ token: limited }))
  },

  async 'recognises a PC that was set up anew, and ends its earlier credential'(ledger) {
    const evidence = evidenceOf(90_001)
    const first = await ledger.enrol({ evidence })
    const again = await ledger.enrol({ evidence: { ...evidence, machineId: 'another installation', diskSerials: ['NEWDISK'] } })
    assert.equal(again, first)
    const live = await ledger.database.read
      .selectFrom('credential')
      .select('hash')
      .where('pc_id', '=', first as number)
      .where('revoked_at', 'is', null)
      .execute()
    assert.equal(live.length, 1)
  },

  async 'keeps apart PCs that share only what makers leave in place'(ledger) {
    const placeholders = {
      smbiosUuid: { placeholder: '03000200-0400-0500-0006-000700080009' },
      systemSerial: { placeholder: 'Default string' },
      boardSerial: { placeholder: 'Default string' },
      chassisSerial: { placeholder: 'Default string' },
    }
    const one = await ledger.enrol({ evidence: evidenceOf(90_002, { ...placeholders, machineId: 'one image' }) })
    const two = await ledger.enrol({ evidence: evidenceOf(90_003, { ...placeholders, machineId: 'one image' }) })
    assert.notEqual(one, two)
  },

  async 'keeps apart two boards with one serial and different network cards and disks'(ledger) {
    const one = await ledger.enrol({ evidence: evidenceOf(90_004) })
    const two = await ledger.enrol({ evidence: evidenceOf(90_005, { systemSerial: 'SERIAL90004' }) })
    assert.notEqual(one, two)
  },

  async 'makes a PC of its own when two known ones fit equally'(ledger) {
    const evidence = evidenceOf(90_006)
    const one = (await ledger.enrol({ evidence })) as number
    const twin = (await ledger.enrol({ evidence: evidenceOf(90_007) })) as number
    await ledger.database.write((db) =>
      db
        .insertInto('evidence')
        .columns(['kind', 'value', 'pc_id', 'since'])
        .expression(
          (from) =>
            from
              .selectFrom('evidence')
              .select((row) => ['kind', 'value', row.val(twin).as('pc_id'), 'since'])
              .where('pc_id', '=', one) as never,
        )
        .execute(),
    )
    await ledger.database.write((db) => db.deleteFrom('evidence').where('pc_id', '=', twin).where('value', 'like', '%90007').execute())
    const third = await ledger.enrol({ evidence })
    assert.ok(third !== one && third !== twin)
  },

  async 'knows a PC whose hardware says nothing by the key its agent made, but not against hardware that differs'(ledger) {
    const publicKey = 'the key of one agent'
    const one = await ledger.enrol({ publicKey })
    assert.equal(await ledger.enrol({ publicKey }), one)
    const original = await ledger.enrol({ publicKey: 'a key on a disk image', evidence: evidenceOf(90_008) })
    const copy = await ledger.enrol({ publicKey: 'a key on a disk image', evidence: evidenceOf(90_009) })
    assert.notEqual(copy, original)
  },

  async 'gives the uses a token has left to the first of a batch'(ledger) {
    const limited = await token(ledger, 2)
    const ids = await ledger.enrolAll([90_010, 90_011, 90_012].map((number) => ({ evidence: evidenceOf(number), token: limited })))
    assert.deepEqual(
      ids.map((id) => id !== undefined),
      [true, true, false],
    )
  },

  async 'recognises within one batch a PC that enrols twice, and only its last credential is good'(ledger) {
    const evidence = evidenceOf(90_020)
    const good = await token(ledger, 5)
    const [one, other, again] = await ledger.enrolAll([
      { evidence, token: good, hostName: 'A' },
      { evidence: evidenceOf(90_021), token: good, hostName: 'B' },
      { evidence, token: good, hostName: 'A' },
    ])
    assert.equal(again, one)
    assert.notEqual(other, one)
    const names = await ledger.database.read.selectFrom('pc').select(['id', 'name']).orderBy('id').execute()
    assert.deepEqual(names, [
      { id: one, name: 'A' },
      { id: other, name: 'B' },
    ])
    const credentials = await ledger.database.read
      .selectFrom('credential')
      .select('revoked_at')
      .where('pc_id', '=', one as number)
      .execute()
    assert.deepEqual(credentials.map((row) => row.revoked_at === null).sort(), [false, true])
  },

  async 'takes no PC over into another unit: what looks alike is for a person to decide'(ledger) {
    const evidence = evidenceOf(90_030)
    const one = await ledger.enrol({ evidence })
    const other = await ledger.unit('Sở Y tế')
    const alike = await ledger.enrol({ evidence, unitId: other })
    assert.notEqual(alike, one)
    const { kind, detail } = await ledger.database.read
      .selectFrom('event')
      .selectAll()
      .where('pc_id', '=', alike as number)
      .executeTakeFirstOrThrow()
    assert.equal(kind, 'enrolled-alike')
    assert.equal(JSON.parse(detail).otherPcId, one)
    const live = await ledger.database.read
      .selectFrom('credential')
      .select('pc_id')
      .where('pc_id', '=', one as number)
      .where('revoked_at', 'is', null)
      .execute()
    assert.equal(live.length, 1, 'the first PC keeps its credential')
  },
}
