/** What the store promises of plans: PCs are measured once their facts change, and a policy asked of the whole fleet says what it says of each PC. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { makePlan } from '#collector/fleet/plan/make-plan.ts'
import { readPcVerdict } from '#collector/fleet/plan/pc-verdict.ts'
import { type PlannedCriteria, plannedList } from '#collector/fleet/plan/planned-pcs.ts'
import { whatIf } from '#collector/fleet/plan/query.ts'
import { findingsSql } from '#collector/fleet/plan/rule-sql.ts'
import { termsAsked } from '#collector/fleet/plan/terms.ts'
import { hindersSql, windows11BitsSql, windows11StateSql } from '#collector/fleet/plan/windows-11-sql.ts'
import { measurePcs, rowOf } from '#collector/measuring/measure-pcs.ts'
import { HELD_UP } from '#collector/plan/findings.ts'
import { MEASURED_FACTS, type MeasureName, type Measures, NEVER, NO_BATTERY } from '#collector/plan/measures/measures.ts'
import { FIRST_POLICY, type Policy } from '#collector/plan/policy.ts'
import { FIRST_PRICES } from '#collector/plan/prices.ts'
import { BUILT_IN } from '#collector/plan/reference/reference.ts'
import { RULES } from '#collector/plan/rules/index.ts'
import { verdictOf } from '#collector/plan/verdict.ts'
import { WINDOWS_11_RULES, windows11Of } from '#collector/plan/windows-11.ts'
import { readUnmeasured, writeMeasures } from '#collector/store/measures.ts'
import { movePcs } from '#collector/store/moves.ts'
import { decidePair } from '#collector/store/register/decide-pair.ts'
import { importList } from '#collector/store/register/import-list.ts'
import { isUnknown, unknown } from '#shared/unknown.ts'
import { known, makeReport } from '../../../make-report.ts'
import { GIB, GOOD_PC } from '../../plan/good-pc.ts'
import { tellMeasures } from '../../told-measures.ts'
import { chance } from './chance.ts'
import type { Ledger } from './ledger.ts'
import { AT, everywhere, itemOf, listing, ZONE } from './register-lists.ts'

const ON = '2026-11-24'
const FLEET = 300

/** Values at, below and above what any policy asks, and often none. */
const VALUES: { readonly [M in MeasureName]: readonly Exclude<Measures[M], { unknown: string }>[] } = {
  memoryBytes: [2 * GIB, 4 * GIB, 8 * GIB, 16 * GIB],
  memoryVisibleBytes: [1.9 * GIB, 2.9 * GIB, 3.9 * GIB, 6 * GIB, 8 * GIB, 15.8 * GIB].map(Math.round),
  memoryFreeSlots: [0, 1, 2],
  memoryMaximumBytes: [4 * GIB, 8 * GIB, 32 * GIB],
  memorySoldered: [true, false],
  memoryAddedBytes: [2 * GIB, 4 * GIB, 8 * GIB, 16 * GIB],
  memoryType: ['ddr3', 'ddr4', 'ddr5', 'other'],
  systemDiskKind: ['ssd', 'hdd', 'virtual', 'other'],
  systemDiskBytes: [32e9, 63e9, 256e9, 500e9],
  systemDiskHealth: ['good', 'warning', 'failing'],
  systemFreeBytes: [5 * GIB, 20 * GIB, 100 * GIB],
  osFamily: ['windows', 'linux', 'macos'],
  mayGoToWindows11: [true, false],
  onWindows11: [true, false],
  upgradesForFree: [true, false],
  supportEndsOn: ['2020-01-14', '2025-10-14', ON, '2027-10-12', NEVER],
  extendedEndsOn: ['2020-01-14', '2028-10-10', NEVER],
  missingSince: ['2026-01-13', '2026-10-25', '2026-11-10'],
  patchedUntil: ['2026-01-13', '2026-10-25', '2026-11-10', NEVER],
  windowsBuild: [19_045, 26_100],
  windowsRevision: [100, 200, 300],
  windows11Processor: [true, false],
  bits64: [true, true, false],
  cores: [1, 2, 4, 8],
  maxMhz: [800, 1_000, 3_000],
  tpm: ['2.0', '1.2', 'none'],
  secureBootCapable: [true, false],
  portable: [true, false],
  nature: ['office', 'office', 'office', 'virtual', 'server'],
  yearInUse: [2012, 2018, 2021, 2022, 2025],
  biosYear: [2012, 2020],
  batteryWornPercent: [NO_BATTERY, 10, 60, 90],
  protectedFromMalware: [true, false],
  systemEncrypted: [true, false],
}

const NAMES = Object.keys(VALUES) as readonly MeasureName[]

function anyPc(pick: ReturnType<typeof chance>): Measures {
  return Object.fromEntries(
    NAMES.map((name) => {
      const values = VALUES[name]
      return [name, pick(5) === 0 ? unknown('failed') : values[pick(values.length)]]
    }),
  ) as unknown as Measures
}

const anyPolicy = (pick: ReturnType<typeof chance>): Policy => ({
  ...FIRST_POLICY,
  memoryBytes: ([2, 4, 8, 16][pick(4)] as number) * GIB,
  systemDiskSsd: pick(2) === 0,
  extendedSupport: pick(2) === 0,
  windows11: pick(2) === 0,
  encryption: pick(2) === 0,
  replaceAfterYears: pick(2) === 0 ? 0 : 10,
  replaceSharePercent: [5, 25, 50][pick(3)] as number,
  patchDays: [14, 30, 90][pick(3)] as number,
})

async function fleetOf(ledger: Ledger, pcs: readonly Measures[]): Promise<readonly number[]> {
  const ids = (await ledger.enrolAll(pcs.map(() => ({})))) as number[]
  await tellMeasures(ledger.database, new Map(pcs.map((measures, place) => [ids[place] as number, measures])))
  return ids
}

const measuresOf = ({ database }: Ledger, pcId: number) =>
  database.read.selectFrom('pc_measure').selectAll().where('pc_id', '=', pcId).executeTakeFirstOrThrow()

export const planPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'the fleet is told by SQL what each PC is told by its rules, unknown included'(ledger) {
    const pick = chance(20_261_124)
    // Of random measures hardly any would have too little for Windows 11 and enough for the policy.
    const lean = { memoryBytes: 2 * GIB, mayGoToWindows11: true, supportEndsOn: '2025-10-14' } as const
    const pcs = Array.from({ length: FLEET }, () => ({ ...anyPc(pick), ...(pick(4) === 0 && lean) }))
    const ids = await fleetOf(ledger, pcs)
    // Every other was measured by code that kept something else: what it kept is not believed.
    const kept = { standing_findings: HELD_UP - 1, pc_class: 77, measured_by: 7 }
    await ledger.database.write((db) => db.updateTable('pc_measure').set(kept).where(sql<boolean>`pc_id % 2 = 0`).execute())
    let beyond32 = 0
    for (let round = 0; round < 8; round++) {
      const circumstances = { policy: anyPolicy(pick), prices: FIRST_PRICES, on: ON }
      const { rows } = await sql<{ pc_id: number; findings: number }>`
        select pc_id, findings from ${findingsSql(circumstances.policy, ON, everywhere)} w`.execute(ledger.database.read)
      const findings = new Map(rows.map((row) => [row.pc_id, Number(row.findings)]))
      const wanted = new Map<string, number>()
      for (const [place, measures] of pcs.entries()) {
        const verdict = verdictOf(measures, circumstances)
        assert.equal(findings.get(ids[place] as number), verdict.findings, JSON.stringify(measures))
        if (verdict.findings >= 2 ** 31) beyond32++
        for (const name of verdict.missing) assert.ok(isUnknown(measures[name]), `${name} was read`)
        if (verdict.kind === 'unknown') assert.ok(verdict.missing.length > 0, JSON.stringify(measures))
        const key = `${verdict.kind} ${verdict.costDong}`
        wanted.set(key, (wanted.get(key) ?? 0) + 1)
      }
      const found = new Map<string, number>()
      for (const { kind, costDong, pcs: count } of await whatIf(ledger.database, circumstances, everywhere))
        found.set(`${kind} ${costDong}`, (found.get(`${kind} ${costDong}`) ?? 0) + count)
      assert.deepEqual([...found].sort(), [...wanted].sort())
    }
    assert.ok(beyond32 > 0)
  },

  async 'the fleet is told by SQL whether each PC can go to Windows 11, and what stands in its way'(ledger) {
    const pick = chance(20_261_129)
    // Of random measures hardly any would be ready.
    const taken = { mayGoToWindows11: true, windows11Processor: true, bits64: true, secureBootCapable: true } as const
    const pcs = Array.from({ length: FLEET }, () => ({ ...anyPc(pick), ...(pick(3) === 0 && taken) }))
    const ids = await fleetOf(ledger, pcs)
    const bits = windows11BitsSql()
    const hinders = WINDOWS_11_RULES.map(({ code }) => sql`case when ${hindersSql(bits, code)} then 1 else 0 end as ${sql.ref(code)}`)
    const { rows } = await sql<{ pc_id: number; state: string } & Record<string, number>>`
      select m.pc_id, ${windows11StateSql(bits)} as state, ${sql.join(hinders)} from pc_measure m`.execute(ledger.database.read)
    const told = new Map(rows.map((row) => [row.pc_id, row]))
    const seen = new Set<string>()
    for (const [place, measures] of pcs.entries()) {
      const { state, hinders: found } = windows11Of(measures)
      const row = told.get(ids[place] as number)
      const names = WINDOWS_11_RULES.map(({ code }) => code).filter((code) => Number(row?.[code]) === 1)
      assert.deepEqual([row?.state, names], [state, found.map(({ rule }) => rule)], JSON.stringify(measures))
      seen.add(state)
    }
    assert.equal(seen.size, 5, [...seen].join(', '))
  },

  async 'a PC that nobody read has no measure, and is bought nothing'(ledger) {
    await ledger.enrol()
    const [group, ...others] = await whatIf(ledger.database, { policy: FIRST_POLICY, prices: FIRST_PRICES, on: ON }, everywhere)
    assert.deepEqual([group?.kind, group?.costDong, group?.pcs, others.length], ['unknown', 0, 1, 0])
  },

  async 'measured once its facts change, with the year of its asset, and not again while they stay'(ledger) {
    const pc = (await ledger.enrol()) as number
    await ledger.report(pc, makeReport({ facts: { antivirus: { unknown: 'access-denied' } } }))
    assert.equal(await measurePcs(ledger.database, async () => BUILT_IN), 1)
    assert.equal(await measurePcs(ledger.database, async () => BUILT_IN), 0)
    const before = await measuresOf(ledger, pc)
    assert.deepEqual(
      [
        Number(before.memory_bytes),
        before.system_disk_kind,
        before.tpm,
        before.support_ends_on,
        before.protected_from_malware,
        before.year_in_use,
      ],
      [4 * GIB, 'hdd', '2.0', '2025-10-14', null, null],
    )
    await importList(ledger.database, listing('2026-01-01', [itemOf('TS-1', ledger.unitId, { yearInUse: 2019 })]))
    const item = await ledger.database.read.selectFrom('register_item').select('id').executeTakeFirstOrThrow()
    await decidePair(ledger.database, { itemId: item.id, pcId: pc, same: true, who: 'van', at: AT, timeZone: ZONE, mayTouch: everywhere })
    assert.equal(await measurePcs(ledger.database, async () => BUILT_IN), 1)
    assert.equal(Number((await measuresOf(ledger, pc)).year_in_use), 2019)
    const later = Date.UTC(2026, 9, 30)
    await ledger.report(pc, makeReport({ takenAt: later, facts: { memory: known('memory', { installedBytes: 16 * GIB }) } }))
    assert.equal(await measurePcs(ledger.database, async () => BUILT_IN), 1)
    assert.equal(Number((await measuresOf(ledger, pc)).memory_bytes), 16 * GIB)
  },

  async 'measured once more when its facts changed while it was measured'(ledger) {
    const pc = (await ledger.enrol()) as number
    await ledger.report(pc, makeReport())
    const read = await readUnmeasured(ledger.database, MEASURED_FACTS, { after: 0, most: 10 })
    const later = Date.UTC(2026, 9, 30)
    await ledger.report(pc, makeReport({ takenAt: later, facts: { memory: known('memory', { installedBytes: 16 * GIB }) } }))
    await writeMeasures(
      ledger.database,
      read.map((each) => rowOf(each, BUILT_IN)),
      later,
    )
    assert.equal(Number((await measuresOf(ledger, pc)).memory_bytes), 4 * GIB)
    assert.equal(await measurePcs(ledger.database, async () => BUILT_IN), 1)
    assert.equal(Number((await measuresOf(ledger, pc)).memory_bytes), 16 * GIB)
  },

  async 'of one PC every rule speaks, and what is in no report is not told as read badly'(ledger) {
    const pc = (await ledger.enrol()) as number
    await ledger.report(pc, makeReport({ facts: { antivirus: undefined, tpm: { unknown: 'access-denied' } } }))
    const place = { database: ledger.database, now: () => AT, timeZone: ZONE, reference: async () => BUILT_IN }
    const terms = await termsAsked(place, { on: ON })
    const verdict = await readPcVerdict(ledger.database, { pcId: pc, scope: 'all', terms, reference: BUILT_IN })
    const ruleOf = (code: string) => verdict?.rules.find((rule) => rule.code === code)
    assert.equal(verdict?.rules.length, RULES.length)
    assert.deepEqual(ruleOf('antivirus')?.missing, [{ measure: 'protectedFromMalware', reason: 'no-report' }])
    assert.equal(ruleOf('age')?.missing[0]?.measure, 'yearInUse')
    // An i3 of the fourth generation: what was not read besides changes nothing.
    assert.deepEqual(verdict?.windows11, {
      state: 'not-ready',
      reasons: [{ vi: 'Windows 11 không nhận bộ xử lý này.', en: 'Windows 11 does not take this processor.' }],
      missing: [{ measure: 'tpm', reason: 'access-denied' }],
    })
    assert.deepEqual(ruleOf('memory')?.source, { title: { vi: 'Chính sách của cơ quan', en: 'Policy of the office' } })
    assert.equal(await readPcVerdict(ledger.database, { pcId: pc, scope: [], terms, reference: BUILT_IN }), undefined)
  },

  async 'the list behind a figure of a unit or block has as many PCs as the figure says, year by year and unfunded, and no budget of its own'(
    ledger,
  ) {
    const health = await ledger.unit('Sở Y tế')
    const pick = chance(20_261_128)
    const ids = await fleetOf(
      ledger,
      Array.from({ length: 60 }, () => anyPc(pick)),
    )
    const pcIds = ids.filter((_, place) => place % 3 === 0)
    await movePcs(ledger.database, { pcIds, unitId: health, who: 'van', at: AT, mayTouch: everywhere })
    const place = { database: ledger.database, now: () => AT, timeZone: ZONE, reference: async () => BUILT_IN }
    const terms = await termsAsked(place, { on: ON, budget: '60000000,30000000' })
    const asked = { terms, scope: 'all' as const, unit: undefined, at: AT, timeZone: ZONE }
    const { rows, total } = await makePlan(ledger.database, asked)
    const held = async (criteria: PlannedCriteria) => {
      const list = await plannedList(ledger.database, asked, criteria)
      let read = 0
      for await (const page of list.pages({ chunk: 7 })) read += page.rows.length
      assert.equal(read, list.total)
      return read
    }
    assert.ok(
      total.unfundedPcs > 0 && total.unpriced > 0 && total.apart > 0 && total.fundedPcs.every((pcs) => pcs > 0),
      JSON.stringify(total),
    )
    for (const { unitId, block, numbers } of rows) {
      const where = unitId === undefined ? { inBlock: block } : { inUnit: unitId }
      for (const [year, pcs] of numbers.fundedPcs.entries()) assert.equal(await held({ ...where, year }), pcs)
      assert.equal(await held({ ...where, year: -1 }), numbers.unfundedPcs)
      for (const kind of ['replace', 'unknown', 'apart'] as const) assert.equal(await held({ ...where, verdicts: [kind] }), numbers[kind])
      assert.equal(await held({ ...where, unpriced: true }), numbers.unpriced)
      assert.equal(await held(where), numbers.pcs)
    }
    assert.equal(await held({ inUnit: health, inBlock: 'IV' }), 0)
  },

  async 'a PC that is moved is planned for where it stands, one that left for nobody'(ledger) {
    const health = await ledger.unit('Sở Y tế')
    const [one] = await fleetOf(ledger, [GOOD_PC])
    const move = (unitId: number | null) =>
      movePcs(ledger.database, { pcIds: [one as number], unitId, who: 'van', at: AT, mayTouch: everywhere })
    const planned = async () =>
      (await whatIf(ledger.database, { policy: FIRST_POLICY, prices: FIRST_PRICES, on: ON }, everywhere)).map(({ unitId, kind }) => [
        unitId,
        kind,
      ])
    await move(health)
    assert.deepEqual(await planned(), [[health, 'keep']])
    await move(null)
    assert.deepEqual(await planned(), [])
  },
}
