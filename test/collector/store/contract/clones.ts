/** What the store promises about copied credentials: two PCs with one key are told apart, each gets its own, nothing is mixed. */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import type { Scope } from '#collector/access/access.ts'
import { readClones } from '#collector/fleet/identity/clones.ts'
import { evidencePieces } from '#collector/store/identity.ts'
import { renewCredential } from '#collector/store/renewals.ts'
import { EVIDENCE_FACTS, evidenceFrom } from '#shared/evidence.ts'
import { FACTS } from '#shared/facts/index.ts'
import type { FactBody } from '#shared/facts/spec.ts'
import type { Report } from '#shared/report.ts'
import { known, makeReport, unchangedAfter } from '../../../make-report.ts'
import type { Ledger } from './ledger.ts'

const HOUR_MS = 3_600_000
const NOON = Date.UTC(2026, 8, 30, 5)

export type Facts = Record<string, FactBody>

const [disk] = (FACTS.disks.example as { disks: object[] }).disks
const [adapter] = (FACTS['network-adapters'].example as { adapters: object[] }).adapters

const withDisk = (serial: string): Facts => ({ disks: known('disks', { disks: [{ ...disk, serial, removable: false, kind: 'ssd' }] }) })
const withMac = (mac: string): Facts => ({
  'network-adapters': known('network-adapters', { adapters: [{ ...adapter, mac, physical: true }] }),
})

/** A branded PC: serials of its own. */
export const branded = (number: number): Facts => ({
  system: known('system', { uuid: `4c4c4544-0058-4b10-8032-00000000${number}`, serial: `SN${number}`, machineId: 'one image' }),
  board: known('board', { serial: `BS${number}` }),
  chassis: known('chassis', { serial: `SN${number}` }),
  ...withDisk(`DS${number}`),
  ...withMac(`b8:ca:3a:00:10:${number % 100}`),
})

/** A PC put together in a shop: its makers left placeholders, only disk and network adapter are its own. */
const whiteBox = (number: number): Facts => ({
  system: known('system', {
    uuid: { placeholder: '03000200-0400-0500-0006-000700080009' },
    serial: { placeholder: 'To be filled by O.E.M.' },
    machineId: 'one image',
  }),
  board: known('board', { serial: { placeholder: 'Default string' } }),
  chassis: known('chassis', { serial: { placeholder: 'Default string' } }),
  ...withDisk(`DS${number}`),
  ...withMac(`b8:ca:3a:00:20:${number % 100}`),
})

export const evidenceIn = (facts: Facts) => evidenceFrom(Object.fromEntries(EVIDENCE_FACTS.map((fact) => [fact, facts[fact]])))
const enrolAs = async (ledger: Ledger, facts: Facts) => (await ledger.enrol({ evidence: evidenceIn(facts) })) as number
const reportOf = (facts: Facts, hours: number): Report => makeReport({ facts, takenAt: NOON + hours * HOUR_MS })

export async function credentialOf({ database }: Ledger, pcId: number) {
  return database.read.selectFrom('credential').selectAll().where('pc_id', '=', pcId).orderBy('created_at', 'desc').execute()
}

export async function renew({ database }: Ledger, heldHash: string, facts: Facts, number: number) {
  const renewed = await renewCredential(database, {
    heldHash,
    hostName: `PC-${number}`,
    agentVersion: '0.1.0',
    publicKey: randomBytes(32).toString('base64url'),
    credentialHash: createHash('sha256').update(`renewed ${number} ${Math.random()}`).digest('hex'),
    pieces: evidencePieces(evidenceIn(facts)),
    at: NOON + number * HOUR_MS,
  })
  return typeof renewed === 'object' ? renewed.pcId : renewed
}

export async function kindsOfEvents({ database }: Ledger, pcId: number): Promise<string[]> {
  const rows = await database.read.selectFrom('event').select('kind').where('pc_id', '=', pcId).orderBy('id').execute()
  return rows.map(({ kind }) => kind)
}

async function toldApart(ledger: Ledger, pcOf: (number: number) => Facts): Promise<void> {
  const original = await enrolAs(ledger, pcOf(1011))
  assert.deepEqual(await ledger.report(original, reportOf(pcOf(1011), 0)), { repeated: false, need: [] })
  const before = await ledger.database.read.selectFrom('pc').selectAll().where('id', '=', original).execute()

  const copied = await ledger.report(original, reportOf(pcOf(1012), 1))
  assert.equal(copied?.stranger, true)
  assert.deepEqual(await ledger.database.read.selectFrom('pc').selectAll().where('id', '=', original).execute(), before)
  const [held] = await credentialOf(ledger, original)
  assert.ok(held?.shared_at)
  assert.deepEqual(await kindsOfEvents(ledger, original), ['enrolled', 'key-shared'])

  const copyId = await renew(ledger, held.hash, pcOf(1012), 2)
  assert.notEqual(copyId, original)
  assert.equal(await renew(ledger, held.hash, pcOf(1011), 3), original)
  assert.deepEqual(await kindsOfEvents(ledger, copyId as number), ['split-off'])
  assert.deepEqual(await kindsOfEvents(ledger, original), ['enrolled', 'key-shared', 'key-renewed'])
  // A second PC with the same copied disk, switched on months later.
  const second = await renew(ledger, held.hash, pcOf(1013), 4)
  assert.ok(second !== original && second !== copyId)

  assert.equal((await ledger.report(copyId as number, reportOf(pcOf(1012), 5)))?.stranger, undefined)
  assert.equal((await ledger.report(original, reportOf(pcOf(1011), 6)))?.stranger, undefined)
  assert.equal((await ledger.report(second as number, reportOf(pcOf(1013), 7)))?.stranger, undefined)
}

export const clonePromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'lists who shared a key, who has its own by now, and what came out of it, for those who may see them'(ledger) {
    const original = await enrolAs(ledger, branded(1011))
    await ledger.report(original, reportOf(branded(1011), 0))
    await ledger.report(original, reportOf(branded(1012), 1))
    const [held] = await credentialOf(ledger, original)
    const listed = async (scope: Scope = 'all') =>
      (await readClones(ledger.database, scope)).clones.map(({ pc, isWaiting, copies, copyCount }) => [
        pc.id,
        isWaiting,
        copies.map(({ id }) => id),
        copyCount,
      ])
    assert.deepEqual(await listed(), [[original, true, [], 0]])
    const copy = await renew(ledger, held?.hash ?? '', branded(1012), 2)
    assert.deepEqual(await listed(), [[original, true, [copy], 1]])
    assert.equal(await renew(ledger, held?.hash ?? '', branded(1011), 3), original)
    assert.deepEqual(await listed(), [[original, false, [copy], 1]])
    assert.deepEqual(await listed([]), [])
    const elsewhere = await ledger.unit('Sở Y tế')
    assert.deepEqual(await listed([elsewhere]), [])
  },

  'tells apart branded PCs that share one key, and gives each its own': (ledger) => toldApart(ledger, branded),

  'tells apart PCs of which only disk and network adapter are their own': (ledger) => toldApart(ledger, whiteBox),

  async 'notices a copied key before the first report, and by facts the store already holds'(ledger) {
    const original = await enrolAs(ledger, branded(2011))
    assert.equal((await ledger.report(original, reportOf(branded(2012), 0)))?.stranger, true)
    const other = await enrolAs(ledger, branded(2013))
    await ledger.report(other, reportOf(branded(2013), 1))
    const third = await enrolAs(ledger, branded(2014))
    await ledger.report(third, reportOf(branded(2014), 2))
    // Only the manifest travels: the bodies are the other PC's and already stored.
    const byHash = makeReport({ facts: branded(2013), bodies: [], takenAt: NOON + 3 * HOUR_MS })
    assert.equal((await ledger.report(third, byHash))?.stranger, true)
  },

  async 'takes repairs for repairs'(ledger) {
    const pc = await enrolAs(ledger, whiteBox(3011))
    await ledger.report(pc, reportOf(whiteBox(3011), 0))
    const newDisk = { ...whiteBox(3011), ...withDisk('NEW DISK') }
    assert.deepEqual(await ledger.report(pc, reportOf(newDisk, 1)), { repeated: false, need: [] })
    const newAdapter = { ...newDisk, ...withMac('00:1b:21:00:00:01') }
    assert.deepEqual(await ledger.report(pc, reportOf(newAdapter, 2)), { repeated: false, need: [] })
    const newBoard = { ...branded(3012), system: branded(3013).system as FactBody, ...withDisk('DS3012') }
    const good = await enrolAs(ledger, branded(3012))
    await ledger.report(good, reportOf(branded(3012), 3))
    const boardOnly = { ...newBoard, system: branded(3012).system as FactBody, board: known('board', { serial: 'ANOTHER' }) }
    assert.deepEqual(await ledger.report(good, reportOf(boardOnly, 4)), { repeated: false, need: [] })
  },

  async 'makes no stranger of a PC that can no longer tell who it is'(ledger) {
    const pc = await enrolAs(ledger, branded(4011))
    await ledger.report(pc, reportOf(branded(4011), 0))
    const silent: Facts = Object.fromEntries(EVIDENCE_FACTS.map((fact) => [fact, { unknown: 'access-denied' }]))
    assert.deepEqual(await ledger.report(pc, reportOf(silent, 1)), { repeated: false, need: [] })
    const [held] = await credentialOf(ledger, pc)
    assert.equal(held?.shared_at, null)
    // Back with everything: still the same PC.
    assert.deepEqual(await ledger.report(pc, reportOf(branded(4011), 2)), { repeated: false, need: [] })
  },

  async 'costs the neighbours of a stranger in the batch nothing'(ledger) {
    const [original, neighbour] = [await enrolAs(ledger, branded(5011)), await enrolAs(ledger, branded(5012))]
    const first = reportOf(branded(5012), 0)
    const { prepared } = ledger
    const [stranger, good] = await ledger.database.writeReports([
      prepared(original, reportOf(branded(5013), 0)),
      prepared(neighbour, first),
    ])
    assert.equal(stranger?.stranger, true)
    assert.deepEqual(good, { repeated: false, need: [] })
    assert.deepEqual(await ledger.report(neighbour, unchangedAfter(first, NOON + HOUR_MS)), { repeated: false, need: [] })
  },

  async 'books no day of another PC whose report is older than the last inventory, and closes the key'(ledger) {
    const { database } = ledger
    const pc = await enrolAs(ledger, branded(7011))
    await ledger.report(pc, reportOf(branded(7011), 0))
    const days = () => database.read.selectFrom('presence').selectAll().where('pc_id', '=', pc).execute()
    const before = await days()
    const old = NOON - 96 * HOUR_MS
    const samples = [{ at: new Date(old).toISOString(), state: 'internet' as const }]
    const late = (number: number) =>
      ledger.prepared(pc, makeReport({ facts: branded(number), takenAt: old, sentAt: NOON + HOUR_MS, samples }))
    assert.deepEqual(await database.writeReports([late(7012)]), [{ repeated: false, need: [], stranger: true }])
    assert.deepEqual(await days(), before)
    const [held] = await credentialOf(ledger, pc)
    assert.ok(held?.shared_at)
    assert.deepEqual(await kindsOfEvents(ledger, pc), ['enrolled', 'key-shared'])
    // Its own, that lost its way, is booked; its facts stay the later ones.
    const facts = await database.read.selectFrom('pc_fact').selectAll().where('pc_id', '=', pc).orderBy('fact').execute()
    assert.deepEqual(await database.writeReports([late(7011)]), [{ repeated: false, need: [] }])
    const booked = (await days()).reduce((bits, { internet }) => bits | internet, 0)
    assert.equal(booked, 1 << 25)
    assert.deepEqual(await database.read.selectFrom('pc_fact').selectAll().where('pc_id', '=', pc).orderBy('fact').execute(), facts)
  },

  async 'exchanges no key that nobody was given'(ledger) {
    assert.equal(await renew(ledger, 'no such key', branded(6011), 1), undefined)
  },
}
