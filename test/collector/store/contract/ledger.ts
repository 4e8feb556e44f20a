/** A ledger for the contract suite: one database, one unit, and the shortest way from a report to the store. */
import { randomBytes } from 'node:crypto'
import { calendarOf } from '#collector/ingest/calendar.ts'
import { prepareReport } from '#collector/ingest/prepare.ts'
import { checkReport } from '#collector/ingest/validate.ts'
import { hashSecret } from '#collector/platform/secrets.ts'
import type { Database } from '#collector/store/database.ts'
import { createEnrolToken } from '#collector/store/enrol-tokens.ts'
import { evidencePieces } from '#collector/store/identity.ts'
import type { IncomingReport, Outcome } from '#collector/store/reports/incoming.ts'
import { createUnits } from '#collector/store/units.ts'
import { type Evidence, evidenceFrom } from '#shared/evidence.ts'
import type { Report } from '#shared/report.ts'

export const ENROLLED_AT = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000

let pcs = 0

export function evidenceOf(number: number, changes: Partial<Evidence> = {}): Evidence {
  const two = (value: number) => (value % 256).toString(16).padStart(2, '0')
  return {
    smbiosUuid: `4c4c4544-0058-4b10-8032-${String(number).padStart(12, '0')}`,
    systemSerial: `SERIAL${number}`,
    boardSerial: `BOARD${number}`,
    chassisSerial: `CHASSIS${number}`,
    machineId: `machine${number}`,
    macs: [`b8:ca:3a:00:${two(number >> 8)}:${two(number)}`],
    diskSerials: [`DISK${number}`],
    ...changes,
  }
}

/** Without evidence unless given: then reports of any PC may follow. */
type Wish = {
  evidence?: Evidence
  token?: string
  unitCode?: string | undefined
  unitId?: number
  hostName?: string
  at?: number
  publicKey?: string
}

export type Ledger = {
  readonly database: Database
  readonly unitId: number
  unit(name: string, parentId?: number): Promise<number>
  enrol(wish?: Wish): Promise<number | undefined>
  /** In one transaction. */
  enrolAll(wishes: readonly Wish[]): Promise<(number | undefined)[]>
  /** The same preparation as over HTTP, for batches. */
  prepared(pcId: number, report: Report, receivedAt?: number): IncomingReport
  report(pcId: number, report: Report, receivedAt?: number): Promise<Outcome | undefined>
  /** Several, of different PCs, in one transaction. */
  reportTogether(reports: readonly (readonly [pcId: number, report: Report])[]): Promise<(Outcome | undefined)[]>
}

export async function ledgerOver(database: Database): Promise<Ledger> {
  const calendar = calendarOf('Asia/Ho_Chi_Minh')
  const prepared: Ledger['prepared'] = (pcId, report, receivedAt = Date.parse(report.sentAt)) => {
    checkReport(report)
    return prepareReport(report, pcId, receivedAt, calendar)
  }
  const unit = async (name: string, parentId?: number): Promise<number> => {
    const [id] = await createUnits(database, [
      { name, block: 'I', orderNo: 1, parentId: parentId ?? null, code: null, validFrom: '2016-01-01' },
    ])
    return id as number
  }
  const unitId = await unit('Sở Nội vụ')
  const enrolmentOf = async ({
    evidence = evidenceFrom({}),
    token,
    unitCode,
    unitId: into = unitId,
    hostName = `PC-${++pcs}`,
    at = ENROLLED_AT,
    publicKey = randomBytes(32).toString('base64url'),
  }: Wish) => ({
    tokenHash: hashSecret(
      token ?? (await createEnrolToken(database, { who: 'test', unitId: into, label: '', at, validMs: DAY_MS, useLimit: 1 })).token,
    ),
    hostName,
    agentVersion: '0.1.0',
    publicKey,
    credentialHash: hashSecret(`credential ${Math.random()}`),
    pieces: evidencePieces(evidence),
    at,
    unitCode,
  })
  const enrolAll = async (wishes: readonly Wish[]) => database.enrolPcs(await Promise.all(wishes.map(enrolmentOf)))
  return {
    database,
    unitId,
    unit,
    enrol: async (wish = {}) => (await enrolAll([wish]))[0],
    enrolAll,
    prepared,
    async report(pcId, report, receivedAt) {
      const [outcome] = await database.writeReports([prepared(pcId, report, receivedAt)])
      return outcome
    },
    reportTogether: (reports) =>
      database.writeReports(reports.map(([pcId, report]) => prepareReport(report, pcId, Date.parse(report.sentAt), calendar))),
  }
}
