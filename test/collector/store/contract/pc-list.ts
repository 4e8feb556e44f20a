/** What the list of PCs promises: every row once in any order, marks do not matter, unknown is a filter, scope is absolute. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { PC_LIST_COLUMNS } from '#collector/fleet/pc-list/columns.ts'
import { readAllRows, readPcList } from '#collector/fleet/pc-list/query.ts'
import { readPcStates } from '#collector/fleet/pc-list/states.ts'
import type { PcListQuery } from '#shared/api/pcs.ts'
import { known, makeReport } from '../../../make-report.ts'
import type { Ledger } from './ledger.ts'

const DAY_MS = 86_400_000
const AT = Date.UTC(2026, 8, 30, 6)
const GIB = 1024 ** 3

async function fill(ledger: Ledger): Promise<void> {
  for (let index = 0; index < 24; index++) {
    const pc = (await ledger.enrol({ hostName: `DANH-${index}` })) as number
    const memory = index % 4 === 0 ? { unknown: 'failed' as const } : known('memory', { installedBytes: (index % 3) * 4 * GIB + 2 * GIB })
    await ledger.report(
      pc,
      makeReport({
        takenAt: AT - index * DAY_MS,
        samples: [{ at: new Date(AT - index * DAY_MS).toISOString(), state: index % 2 === 0 ? 'internet' : 'wan-only' }],
        facts: {
          memory,
          system: known('system', {
            hostName: index === 7 ? 'Máy Đăk Glei' : `DANH-${index}`,
            model: ['OptiPlex 3020', 'ProDesk 400'][index % 2],
            serial: `LIST${index}`,
          }),
        },
      }),
    )
  }
  await ledger.enrol({ hostName: 'CHUA-BAO' })
}

const ask = (ledger: Ledger, query: PcListQuery, scope: 'all' | readonly number[] = 'all') =>
  readPcList(ledger.database, { query, scope, at: AT, silentBefore: AT - 14 * DAY_MS })
const namesOf = async (ledger: Ledger, query: PcListQuery) => (await ask(ledger, query)).rows.map((row) => row.cells.name)

export const pcListPromises: Readonly<Record<string, (ledger: Ledger) => Promise<void>>> = {
  async 'finds names with marks by words without, and serials by a part'(ledger) {
    await fill(ledger)
    assert.deepEqual(await namesOf(ledger, { q: 'dak glei' }), ['Máy Đăk Glei'])
    assert.deepEqual(await namesOf(ledger, { q: 'LIST13' }), ['DANH-13'])
    assert.equal((await ask(ledger, { q: 'so noi vu optiplex' })).total, 12)
    assert.equal((await ask(ledger, { q: "%' or 1=1" })).total, 0)
  },

  async 'shows every row exactly once, page by page, by every column in both directions'(ledger) {
    await fill(ledger)
    const { total } = await ask(ledger, {})
    const sorts = PC_LIST_COLUMNS.flatMap(({ key }) => [key, `-${key}`])
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sorts), fc.integer({ min: 1, max: 9 }), async (sort, limit) => {
        const seen: number[] = []
        let after: string | undefined
        do {
          const page = await ask(ledger, { sort, limit, ...(after === undefined ? {} : { after }) })
          seen.push(...page.rows.map((row) => row.id))
          after = page.next
        } while (after !== undefined)
        assert.equal(new Set(seen).size, total, sort)
        assert.equal(seen.length, total, sort)
        const exported: number[] = []
        for await (const chunk of readAllRows(ledger.database, { query: { sort }, scope: 'all', at: AT, silentBefore: AT - 14 * DAY_MS }))
          exported.push(...chunk.map((row) => row.id))
        assert.deepEqual(exported, seen)
      }),
      { numRuns: 60 },
    )
  },

  async 'puts unknown last in both directions'(ledger) {
    await fill(ledger)
    for (const sort of ['memoryBytes', '-memoryBytes']) {
      const { rows } = await ask(ledger, { sort, limit: 200, columns: 'name,memoryBytes' })
      const firstUnknown = rows.findIndex((row) => typeof row.cells.memoryBytes === 'object')
      assert.ok(
        rows.slice(firstUnknown).every((row) => typeof row.cells.memoryBytes === 'object'),
        sort,
      )
      assert.ok(firstUnknown > 0)
    }
  },

  async 'filters by what is known, unknown, more, less, is and is not; unknown is in none of the comparisons'(ledger) {
    await fill(ledger)
    const total = async (...where: string[]) => (await ask(ledger, { where })).total
    const [all, unknown, less, more] = [
      await total(),
      await total('memoryBytes.unknown'),
      await total(`memoryBytes.lt.${8 * GIB}`),
      await total(`memoryBytes.ge.${8 * GIB}`),
    ]
    assert.equal(unknown + less + more, all)
    assert.equal(await total('model.is.optiplex 3020'), 12)
    assert.equal(await total('model.not.optiplex 3020'), 12)
    assert.equal(await total('model.contains.desk', 'state.is.wan-only,silent'), 12)
    assert.equal(await total('state.is.silent'), 9)
    assert.equal(await total('state.is.no-report'), 1)
    assert.equal(await total('lastSeenAt.unknown'), 1)
    assert.equal(await total('name.contains.DANH-1'), 11)
    assert.equal(await total('name.starts.may dak'), 1)
    assert.equal(await total(`unit.is.${ledger.unitId}`), all)
    assert.equal(await total(`unit.not.${ledger.unitId}`), 0)
  },

  async 'filters texts without marks, case and d with stroke, and searches every word'(ledger) {
    const makers = ['Máy tính ĐẠI VIỆT', 'MÁY TÍNH đại việt', 'FPT Elead', 'Côngty  Ắc-quy']
    for (const [index, manufacturer] of makers.entries()) {
      const pc = (await ledger.enrol({ hostName: `LAP-${index}` })) as number
      await ledger.report(pc, makeReport({ facts: { system: known('system', { hostName: `LAP-${index}`, manufacturer }) } }))
    }
    const total = async (where: string) => (await ask(ledger, { where: [where] })).total
    for (const written of ['đại việt', 'ĐẠI VIỆT', 'dai viet', 'DAI VIET']) {
      assert.equal(await total(`manufacturer.contains.${written}`), 2, written)
      assert.equal(await total(`manufacturer.is.máy tính ${written}`), 2, written)
      assert.equal(await total(`manufacturer.not.máy tính ${written}`), 2, written)
      assert.equal((await ask(ledger, { q: written })).total, 2, written)
    }
    assert.equal(await total('manufacturer.starts.congty ac'), 1)
    assert.equal(await total('manufacturer.starts.fpt'), 1)
    const nine = 'máy tính đại việt lap - sở nội vụ'
    assert.equal((await ask(ledger, { q: nine })).total, 2)
    assert.equal((await ask(ledger, { q: `${nine} khongco` })).total, 0, 'no word is left out')
  },

  async 'sorts texts without marks, choices by their list, builds and addresses by their numbers, unknown last'(ledger) {
    const builds = [19_045, 7601, 22_631, undefined]
    const addresses = ['10.0.0.9', '10.0.0.10', '9.255.0.1', 'fe80::1']
    const kinds = ['laptop', 'virtual', 'desktop', 'tablet'] as const
    const makers = ['Đại Việt', 'acer', 'Dell', 'ÂU LẠC Computer']
    for (const place of builds.keys()) {
      const pc = (await ledger.enrol({ hostName: `M-${place}` })) as number
      const adapter = { name: 'eth0', mac: `02:00:00:00:00:0${place}`, physical: true, medium: 'wired' as const, up: true, speedBitS: 1e9 }
      const adapters = [{ ...adapter, addresses: [addresses[place] as string] }]
      const build = builds[place]
      await ledger.report(
        pc,
        makeReport({
          facts: {
            system: known('system', { hostName: `M-${place}`, manufacturer: makers[place] }),
            os: build === undefined ? { unknown: 'failed' } : known('os', { build, ubr: 1 }),
            chassis: known('chassis', { kind: kinds[place] }),
            'network-adapters': known('network-adapters', { adapters }),
          },
        }),
      )
    }
    const sorted = async (sort: string) =>
      (await ask(ledger, { sort, columns: `name,${sort.replace('-', '')}` })).rows.map(({ cells }) => cells[sort.replace('-', '')])
    const unknownLast = { unknown: 'failed' }
    assert.deepEqual(await sorted('osBuild'), ['7601.1', '19045.1', '22631.1', unknownLast])
    assert.deepEqual(await sorted('-osBuild'), ['22631.1', '19045.1', '7601.1', unknownLast])
    assert.deepEqual(await sorted('ipAddress'), ['9.255.0.1', '10.0.0.9', '10.0.0.10', 'fe80::1'])
    assert.deepEqual(await sorted('chassisKind'), ['desktop', 'laptop', 'tablet', 'virtual'])
    assert.deepEqual(await sorted('-chassisKind'), ['virtual', 'tablet', 'laptop', 'desktop'])
    assert.deepEqual(await sorted('manufacturer'), ['acer', 'ÂU LẠC Computer', 'Đại Việt', 'Dell'])
  },

  async 'tells unknown with its reason, and a PC that never reported apart'(ledger) {
    await fill(ledger)
    const { rows } = await ask(ledger, { q: 'danh-4', columns: 'name,memoryBytes' })
    assert.deepEqual(rows.find((row) => row.cells.name === 'DANH-4')?.cells.memoryBytes, { unknown: 'failed' })
    const silent = await ask(ledger, { q: 'chua-bao', columns: 'memoryBytes,lastSeenAt,state' })
    assert.deepEqual(silent.rows[0]?.cells, {
      memoryBytes: { unknown: 'no-report' },
      lastSeenAt: { unknown: 'no-report' },
      state: 'no-report',
    })
  },

  async 'shows nothing to a scope of nothing, and a parent unit sees its children only'(ledger) {
    await fill(ledger)
    const parent = await ledger.unit('UBND huyện')
    const child = await ledger.unit('Phòng Nội vụ', parent)
    await ledger.enrol({ unitId: child, hostName: 'CHILD' })
    const none = await ask(ledger, {}, [])
    assert.deepEqual([none.total, none.totalInScope, none.rows.length], [0, 0, 0])
    assert.deepEqual(
      (await ask(ledger, {}, [parent])).rows.map((row) => row.cells.name),
      ['CHILD'],
    )
    assert.equal((await ask(ledger, { q: 'danh' }, [parent])).total, 0)
  },

  async 'counts a selection by connectivity, and every PC once'(ledger) {
    await fill(ledger)
    const states = async (query: PcListQuery, scope: 'all' | readonly number[] = 'all') =>
      (await readPcStates(ledger.database, { query, scope, at: AT, silentBefore: AT - 14 * DAY_MS })).states
    const all = await states({})
    assert.equal(
      all.reduce((sum, { count }) => sum + count, 0),
      (await ask(ledger, {})).total,
    )
    for (const { state, count } of all) assert.equal((await ask(ledger, { where: [`state.is.${state}`] })).total, count, state)
    assert.deepEqual(
      all.map(({ state }) => state),
      ['internet', 'wan-only', 'silent', 'no-report'],
    )
    assert.deepEqual(await states({ q: 'danh-1', where: ['unit.not.999'] }), [
      { state: 'internet', count: 3 },
      { state: 'wan-only', count: 3 },
      { state: 'silent', count: 5 },
    ])
    assert.deepEqual(await states({}, []), [])
  },

  async 'filters instants by days before now'(ledger) {
    await fill(ledger)
    const total = async (where: string) => (await ask(ledger, { where: [where] })).total
    assert.equal(await total('lastSeenAt.within.7'), 8)
    assert.equal(await total('lastSeenAt.older.7'), 16)
    await assert.rejects(total('lastSeenAt.within.0'), { code: 'query-invalid' })
    await assert.rejects(total('lastSeenAt.older.99999'), { code: 'query-invalid' })
    await assert.rejects(total('memoryBytes.within.3'), { code: 'query-invalid' })
  },

  async 'refuses what it does not understand with the place that is wrong'(ledger) {
    for (const query of [
      { sort: 'nothing' },
      { where: ['nothing.is.x'] },
      { where: ['memoryBytes.contains.8'] },
      { where: ['memoryBytes.lt.many'] },
      { where: ['restartPending.is.maybe'] },
      { columns: 'name,nothing' },
      { after: 'xyz' },
    ]) {
      await assert.rejects(ask(ledger, query), { code: 'query-invalid' }, JSON.stringify(query))
    }
  },
}
