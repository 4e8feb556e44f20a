/** An office whose accountant has a list of assets, for tests of the register. */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { writeXlsx } from 'hucre'
import { known, makeReport } from '../../make-report.ts'
import { appOver } from '../app-over.ts'
import { evidenceOf } from '../store/contract/ledger.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 8, 30, 2)

/** A ledger with two units, a PC that reported and one that did not. */
export async function office(t: TestContext, address: string) {
  const house = await appOver(t, address, {}, undefined, () => NOW)
  const { ledger, app } = house
  const finance = await ledger.unit('Sở Tài chính')
  const pc = (await ledger.enrol({ evidence: evidenceOf(1), hostName: 'SNV-01', at: NOW - 60 * DAY_MS })) as number
  const stray = (await ledger.enrol({ evidence: evidenceOf(2), hostName: 'LẠ-02', at: NOW - 60 * DAY_MS })) as number
  const facts = {
    system: known('system', {
      hostName: 'SNV-01',
      serial: 'SERIAL1',
      manufacturer: 'Dell Inc.',
      model: 'OptiPlex 3050',
      uuid: { unknown: 'failed' },
      machineId: { unknown: 'failed' },
    }),
  }
  await ledger.report(
    pc,
    makeReport({
      takenAt: NOW - DAY_MS,
      facts: { ...facts, board: undefined, chassis: undefined, disks: undefined, 'network-adapters': undefined, placement: undefined },
    }),
  )
  const ask = async <T>(headers: Record<string, string>, url: string, payload?: object | Buffer, status = 200): Promise<T> => {
    const content = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}
    const answer = await app.inject({
      method: payload === undefined ? 'GET' : 'POST',
      url: `/api/v1/${url}`,
      headers: { ...headers, ...content },
      ...(payload && { payload }),
    })
    assert.equal(answer.statusCode, status, answer.body)
    return (answer.body === '' ? undefined : answer.json()) as T
  }
  return { ...house, finance, pc, stray, ask }
}

/** A list of an accountant as it comes: what is above its head, what is no PC, and mistakes. */
const HEAD = [
  'STT',
  'Mã tài sản',
  'Tên tài sản',
  'Đơn vị sử dụng',
  'Số serial',
  'Năm sử dụng',
  'Nguyên giá (nghìn đồng)',
  'Máy mật',
  'Ghi chú',
]
const ROWS = [
  ['UBND TỈNH'],
  ['DANH SÁCH TÀI SẢN'],
  HEAD,
  [1, 'TS-001', 'Máy tính để bàn Dell OptiPlex 3050', 'Sở Nội vụ', 'serial1', 2019, 13_500, '', ''],
  [2, 'TS-002', 'Máy tính để bàn FPT', 'Sở Nội vụ', 'N/A', 2016, '12.000', '', '=1+1'],
  [3, 'MAT-1', 'Máy tính để bàn CMS', 'Sở Nội vụ', '', '', '', 'x', ''],
  [4, 'IN-1', 'Máy in Canon 2900', 'Sở Nội vụ', '', 2019, 4_000, '', ''],
  [5, 'TS-004', 'Máy tính để bàn', 'Phòng Tổng hợp', '', 2019, 4_000, '', ''],
  [6, 'TS-001', 'Máy tính để bàn', 'Sở Nội vụ', '', 2019, 4_000, '', ''],
  [7, 'TS-006', 'Máy tính xách tay HP', 'Sở Tài chính', '', '19', 'nhiều', '', ''],
]
export const file = async (rows: readonly (readonly (string | number)[])[] = ROWS) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'Sổ', rows: rows.map((row) => [...row]) }] }))
