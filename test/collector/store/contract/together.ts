/** What the store promises about reports that are stored at the same moment, by one collector or by several. */
import assert from 'node:assert/strict'
import { measurePcs } from '#collector/measuring/measure-pcs.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { movePcs } from '#collector/store/moves.ts'
import { rememberedUnits, rememberUnits } from '#collector/store/register/remembered-lists.ts'
import { keepsHistory } from '#shared/facts/index.ts'
import type { Report } from '#shared/report.ts'
import { exampleFacts, known, makeReport } from '../../../make-report.ts'
import type { Ledger } from './ledger.ts'
import { everywhere } from './register-lists.ts'

const TOGETHER = 6
const MANY_FACTS = 150
const ROUNDS = 20

async function contact({ database }: Ledger, pcId: number) {
  return database.read.selectFrom('pc_contact').selectAll().where('pc_id', '=', pcId).executeTakeFirstOrThrow()
}

export const togetherPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'takes a report that comes several times at the same moment once'(ledger) {
    const pc = (await ledger.enrol()) as number
    const report = makeReport()
    const outcomes = await Promise.all(Array.from({ length: TOGETHER }, () => ledger.report(pc, report)))
    assert.equal(outcomes.filter((outcome) => outcome?.repeated === false).length, 1)
    assert.equal((await contact(ledger, pc)).report_count, 1)
  },

  async 'loses none of several reports of one PC at the same moment, and each fact has one present value'(ledger) {
    const pc = (await ledger.enrol()) as number
    const reports = Array.from({ length: TOGETHER }, (_, index) =>
      makeReport({ takenAt: Date.UTC(2026, 8, 30, 3, index), facts: { system: known('system', { serial: `${pc}-${index}` }) } }),
    )
    await Promise.all(reports.map((report) => ledger.report(pc, report)))
    const { report_count, last_report_id } = await contact(ledger, pc)
    assert.deepEqual([report_count, last_report_id], [TOGETHER, reports.at(-1)?.id])
    const { read } = ledger.database
    const present = await read.selectFrom('pc_fact').select('fact').where('pc_id', '=', pc).where('until', 'is', null).execute()
    assert.deepEqual(present.map(({ fact }) => fact).sort(), Object.keys(exampleFacts).filter(keepsHistory).sort())
    const { serial } = await read.selectFrom('pc').select('serial').where('id', '=', pc).executeTakeFirstOrThrow()
    assert.equal(serial, `${pc}-${TOGETHER - 1}`)
  },

  async 'remembers what two imports at the same moment said of the same kind of list'(ledger) {
    const author = { headings: ['Mã', 'Tên'], who: 'van' }
    const texts = Array.from({ length: TOGETHER }, (_, index) => `phong ${index}`)
    await Promise.all(texts.map((text) => rememberUnits(ledger.database, author, [[text, ledger.unitId]])))
    assert.deepEqual([...(await rememberedUnits(ledger.database, author)).keys()].sort(), texts)
    await rememberUnits(ledger.database, author, [['Phòng 0', undefined]])
    assert.equal((await rememberedUnits(ledger.database, author)).has('phong 0'), false)
    assert.equal((await rememberedUnits(ledger.database, { ...author, who: 'lan' })).size, 0)
  },

  async 'stores two batches over the same PCs in opposite orders'(ledger) {
    const pcs = await Promise.all(Array.from({ length: 40 }, async () => (await ledger.enrol()) as number))
    const batch = (order: readonly number[]) =>
      ledger.reportTogether(order.map((pc) => [pc, makeReport({ takenAt: Date.UTC(2026, 8, 30) })]))
    await Promise.all([batch(pcs), batch(pcs.toReversed()), batch(pcs), batch(pcs.toReversed())])
    for (const pc of pcs) assert.equal((await contact(ledger, pc)).report_count, 4)
  },

  async 'reports, measuring and moves of the same PCs at the same moment wait for each other'(ledger) {
    const pcs = await Promise.all(Array.from({ length: 40 }, async () => (await ledger.enrol()) as number))
    const units = [ledger.unitId, await ledger.unit('Sở Y tế')]
    for (let round = 0; round < ROUNDS; round++) {
      const takenAt = Date.UTC(2026, 8, 30, 3, round)
      const facts = (pc: number) => ({ system: known('system', { serial: `${pc}-${round}` }) })
      const batch = (order: readonly number[]) => ledger.reportTogether(order.map((pc) => [pc, makeReport({ takenAt, facts: facts(pc) })]))
      await Promise.all([
        batch(pcs),
        measurePcs(ledger.database, async () => BUILT_IN),
        measurePcs(ledger.database, async () => BUILT_IN),
        movePcs(ledger.database, {
          pcIds: pcs.toReversed(),
          unitId: units[round % 2] as number,
          who: 'van',
          at: takenAt,
          mayTouch: everywhere,
        }),
        batch(pcs.toReversed()),
      ])
    }
    for (const pc of pcs) assert.equal((await contact(ledger, pc)).report_count, 2 * ROUNDS)
  },

  async 'stores the same new bodies from two batches that bring them in opposite orders'(ledger) {
    const [pc, other] = [(await ledger.enrol()) as number, (await ledger.enrol()) as number]
    for (let round = 0; round < ROUNDS; round++) {
      const facts = Object.fromEntries(
        Array.from({ length: MANY_FACTS }, (_, index) => [`fact-${index}`, { known: { round, index }, source: 'test' }]),
      )
      const bring = (pcId: number, inOrder: (list: [string, unknown][]) => [string, unknown][]) => {
        const report = makeReport({ takenAt: Date.UTC(2026, 8, 30, 3, round), facts })
        const bodies = Object.fromEntries(inOrder(Object.entries(report.bodies ?? {}))) as NonNullable<Report['bodies']>
        return ledger.report(pcId, { ...report, bodies })
      }
      const outcomes = await Promise.all([bring(pc, (list) => list), bring(other, (list) => list.toReversed())])
      for (const outcome of outcomes) assert.deepEqual(outcome, { repeated: false, need: [] })
    }
    const bodies = await ledger.database.read.selectFrom('fact_body').select('id').execute()
    assert.equal(bodies.length, ROUNDS * MANY_FACTS + Object.keys(exampleFacts).filter(keepsHistory).length)
  },
}
