/** What offices do every day and no ledger may stumble over: laptops that change docks, a thousand PCs renamed overnight; the identity desk stays empty. */
import assert from 'node:assert/strict'
import { createEnrolToken } from '#collector/store/enrol-tokens.ts'
import { FACT_NAMES, FACTS } from '#shared/facts/index.ts'
import { known, makeReport } from '../../../make-report.ts'
import { enrolled, questions } from './identity-desk.ts'
import { ENROLLED_AT, evidenceOf, type Ledger } from './ledger.ts'
import { DAY_MS } from './register-lists.ts'

const NOTHING = Object.fromEntries(FACT_NAMES.map((name) => [name, undefined]))

/** What `evidenceOf` says, as a report tells it. */
const systemOf = (number: number, hostName: string) => {
  const { smbiosUuid, systemSerial, machineId } = evidenceOf(number)
  return known('system', { uuid: smbiosUuid, serial: systemSerial, machineId, hostName })
}

function laptopFacts(number: number, dock?: string) {
  const { boardSerial, chassisSerial, macs, diskSerials } = evidenceOf(number)
  const [adapter] = (FACTS['network-adapters'].example as { adapters: object[] }).adapters
  const [disk] = (FACTS.disks.example as { disks: object[] }).disks
  return {
    system: systemOf(number, `LAPTOP-${number}`),
    board: known('board', { serial: boardSerial }),
    chassis: known('chassis', { serial: chassisSerial }),
    disks: known('disks', { disks: [{ ...disk, serial: diskSerials[0], removable: false, kind: 'ssd' }] }),
    'network-adapters': known('network-adapters', {
      adapters: [...macs, ...(dock === undefined ? [] : [dock])].map((mac) => ({ ...adapter, mac, physical: true, bus: 'built-in' })),
    }),
  }
}

export const officeStoryPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'a laptop with changing docks stays one, whatever name it bears'(ledger) {
    const laptop = await enrolled(ledger, evidenceOf(7), { hostName: 'LAPTOP' })
    for (let dock = 0; dock < 5; dock++)
      assert.equal(await enrolled(ledger, evidenceOf(7, { macs: [`00:e0:4c:00:00:0${dock}`] }), { hostName: `RENAMED-${dock}` }), laptop)
    // Another laptop on one of those docks is another.
    const other = await enrolled(ledger, evidenceOf(8, { macs: ['00:e0:4c:00:00:03', 'b8:ca:3a:00:00:08'] }))
    assert.notEqual(other, laptop)
    assert.deepEqual(await questions(ledger), [])
    // Told by their reports and not when they joined, the same.
    const silent = [(await ledger.enrol()) as number, (await ledger.enrol()) as number]
    for (const [place, pcId] of silent.entries())
      await ledger.report(pcId, makeReport({ facts: laptopFacts(600 + place, '00:e0:4c:00:00:09') }))
    assert.deepEqual(await questions(ledger), [])
  },

  async 'a thousand PCs that are renamed are the thousand they were, under their new names, and nobody is asked'(ledger) {
    const { database } = ledger
    const all = Array.from({ length: 1_000 }, (_, number) => number)
    const { token } = await createEnrolToken(database, {
      who: 'x',
      unitId: ledger.unitId,
      label: '',
      at: ENROLLED_AT,
      validMs: DAY_MS,
      useLimit: 1_000,
    })
    const ids = (await ledger.enrolAll(
      all.map((number) => ({ token, evidence: evidenceOf(1_000 + number), hostName: `CU-${number}` })),
    )) as number[]
    const renamed = (number: number) => ({ ...NOTHING, ...laptopFacts(1_000 + number), system: systemOf(1_000 + number, `MOI-${number}`) })
    const outcomes = await database.writeReports(
      ids.map((pcId, number) => ledger.prepared(pcId, makeReport({ facts: renamed(number), takenAt: ENROLLED_AT + DAY_MS }))),
    )
    assert.ok(outcomes.every((outcome) => outcome && !outcome.stranger && outcome.need.length === 0))
    const rows = await database.read.selectFrom('pc').select(['id', 'name']).orderBy('id').execute()
    assert.deepEqual(new Map(rows.map(({ id, name }) => [id, name])), new Map(ids.map((id, number) => [id, `MOI-${number}`])))
    assert.deepEqual(await questions(ledger), [])
  },
}
