/** Fills an empty ledger with the demo: units and tokens are made, PCs enrol and report through the product's own ingest. */
import { hash } from 'node:crypto'
import { canonical } from '@somay/shared/canonical.ts'
import type { Evidence } from '@somay/shared/evidence.ts'
import { toIdentifier } from '@somay/shared/identifier.ts'
import { PROTOCOL, type Report, type Sample } from '@somay/shared/report.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { type Calendar, calendarOf } from '../ingest/calendar.ts'
import { prepareReport } from '../ingest/prepare.ts'
import { createIngestQueue, type IngestQueue } from '../ingest/queue.ts'
import { checkReport } from '../ingest/validate.ts'
import { measurePcs } from '../measuring/measure-pcs.ts'
import { hashSecret, newSecret } from '../platform/secrets.ts'
import { currentReference } from '../reference/current.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { createEnrolToken } from '../store/enrol-tokens.ts'
import { evidencePieces } from '../store/identity.ts'
import { createUnits } from '../store/units.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type DemoFacts, demoFacts } from './facts.ts'
import { DEMO_UNITS } from './organisation.ts'
import { type DemoPc, demoPcs, isReporting, type ReportingPc } from './pcs.ts'
import { demoDays, demoSamples } from './presence.ts'
import { loadRegister } from './register.ts'

export type DemoOptions = {
  readonly pcs: number
  readonly seed: number
  readonly now: number
  readonly timeZone: string
  readonly progress: (done: number) => void
}

const DAY_MS = 86_400_000
const CHUNK = 500
const AGENT_VERSION = '0.1.0'
const ENROLLED_DAYS_AGO = 397

/** Units of the 2016 tree are valid from the start of that year. */
const VALID_FROM = '2016-01-01'

export async function loadDemo(database: Database, options: DemoOptions): Promise<void> {
  const unitIds = await createUnits(
    database,
    DEMO_UNITS.map(({ name, block }, index) => ({ name, block, orderNo: index + 1, parentId: null, code: null, validFrom: VALID_FROM })),
  )
  const endMs = lastDayNoon(options.now)
  const tokens: string[] = []
  for (const [index, unitId] of unitIds.entries()) {
    const { token } = await createEnrolToken(database, {
      unitId,
      label: DEMO_UNITS[index]?.short ?? '',
      at: endMs - 400 * DAY_MS,
      validMs: 500 * DAY_MS,
      useLimit: options.pcs,
      who: 'demo',
    })
    tokens.push(hashSecret(token))
  }
  const loading: Loading = {
    database,
    tokens,
    endMs,
    days: demoDays(endMs),
    seed: options.seed,
    calendar: calendarOf(options.timeZone),
    queue: createIngestQueue(database, { maxWaiting: 10 * CHUNK, maxWaitingBytes: 512 * 1024 * 1024, retryAfterSeconds: 1 }),
  }
  let done = 0
  let storing = Promise.resolve()
  for (const chunk of chunksOf(demoPcs(options.pcs, options.seed))) {
    const reporting = chunk.filter(isReporting)
    // Thought out while the writing thread still stores the chunk before.
    const reported = reporting.map((pc) => [...reportsOf(pc, loading)])
    await storing
    const ids = await database.enrolPcs(reporting.map((pc) => enrolmentOf(pc, loading)))
    storing = store(loading, ids, reported)
    // The store takes what was submitted in one turn of the loop and sends it on in the next.
    await new Promise((resolve) => setImmediate(resolve))
    done += chunk.length
    options.progress(done)
  }
  await storing
  // As of the day on which the PCs joined, so that the register holds for all the months shown.
  const day = dayText(dayOf(endMs - ENROLLED_DAYS_AGO * DAY_MS, options.timeZone))
  await loadRegister(database, { pcs: options.pcs, seed: options.seed, unitIds, day, at: endMs, timeZone: options.timeZone })
  // As a collector would have done that day, so that its counts know what the PCs were.
  await measurePcs(database, () => currentReference(database), { takesFrom: 'unless-newer', now: () => endMs })
}

function* chunksOf(pcs: Iterable<DemoPc>): Generator<DemoPc[]> {
  let chunk: DemoPc[] = []
  for (const pc of pcs) {
    chunk.push(pc)
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

type Loading = {
  readonly database: Database
  readonly queue: IngestQueue
  readonly calendar: Calendar
  readonly tokens: readonly string[]
  readonly endMs: number
  readonly days: ReturnType<typeof demoDays>
  readonly seed: number
}

/** Early afternoon of the day before `now`, in Viet Nam: everyone who works that day has switched on by then. */
function lastDayNoon(now: number): number {
  const SEVEN_HOURS_MS = 7 * 3_600_000
  const today = Math.floor((now + SEVEN_HOURS_MS) / DAY_MS) * DAY_MS - SEVEN_HOURS_MS
  return today - DAY_MS + 14 * 3_600_000
}

type Reported = { readonly report: Report; readonly receivedAt: number }

async function store(
  { queue, calendar }: Loading,
  ids: readonly (number | undefined)[],
  reported: readonly (readonly Reported[])[],
): Promise<void> {
  await Promise.all(
    reported.map(async (reports, index) => {
      const pcId = ids[index]
      if (pcId === undefined) throw new Error('a token of the demo was refused')
      for (const { report, receivedAt } of reports) {
        checkReport(report)
        const outcome = await queue.submit(prepareReport(report, pcId, receivedAt, calendar))
        if (outcome?.stranger) throw new Error(`a PC of the demo was taken for a stranger: ${report.id}`)
      }
    }),
  )
}

function enrolmentOf(pc: DemoPc, { tokens, endMs }: Loading) {
  const evidence: Evidence = {
    smbiosUuid: toIdentifier(pc.uuid),
    systemSerial: toIdentifier(pc.serial),
    boardSerial: toIdentifier(pc.boardSerial),
    chassisSerial: toIdentifier(pc.serial),
    machineId: pc.machineId,
    macs: [pc.mac],
    diskSerials: [pc.diskSerial],
  }
  const pieces = evidencePieces(evidence)
  return {
    tokenHash: tokens[pc.unit] ?? '',
    hostName: pc.name,
    agentVersion: AGENT_VERSION,
    publicKey: hash('sha256', `agent key of ${pc.uuid} ${pc.index}`, 'base64url'),
    credentialHash: hashSecret(newSecret('som_agent')),
    pieces,
    at: endMs - ENROLLED_DAYS_AGO * DAY_MS,
  }
}

/** How long before the end a PC's last word came: the silent ones two months, the unconnected ones a few days. */
function quietDays(pc: ReportingPc, chance: Chance): number {
  if (pc.connection === 'silent') return 60
  return pc.connection === 'internet' || pc.connection === 'wan-only' ? 0 : 2 + chance.below(9)
}

/** A fifth of the PCs had another inventory half a year ago, so that histories have something to show. */
function* reportsOf(pc: ReportingPc, { endMs, seed, days }: Loading): Generator<Reported> {
  const chance = chanceOf(seed, `facts ${pc.index}`)
  const receivedAt = endMs - quietDays(pc, chance) * DAY_MS
  const facts = demoFacts(pc, chance, receivedAt)
  if (chance.happens(0.2)) {
    const earlierAt = receivedAt - 180 * DAY_MS
    yield { report: reportOf(earlierFacts(facts, earlierAt), earlierAt, [], pc.index), receivedAt: earlierAt }
  }
  yield { report: reportOf(facts, receivedAt, demoSamples(pc, chance, days), pc.index), receivedAt }
}

function earlierFacts(facts: DemoFacts, atMs: number): DemoFacts {
  const earlier = structuredClone(facts)
  const { usage, memory } = earlier
  if (usage && 'known' in usage) usage.known.lastBootAt = new Date(atMs - DAY_MS).toISOString()
  if (memory && 'known' in memory && Array.isArray(memory.known.modules) && memory.known.modules.length > 1) {
    memory.known.modules = memory.known.modules.slice(1)
    memory.known.installedBytes = Number(memory.known.installedBytes) / 2
    memory.known.freeSlots = Number(memory.known.freeSlots) + 1
  }
  return earlier
}

function reportOf(facts: DemoFacts, atMs: number, samples: readonly Sample[], index: number): Report {
  const bodies: Record<string, unknown> = {}
  const manifest: Record<string, string> = {}
  for (const [fact, body] of Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = canonical(body)
    bodies[fact] = JSON.parse(text)
    manifest[fact] = hash('sha256', text, 'hex')
  }
  const at = new Date(atMs).toISOString()
  return {
    protocol: PROTOCOL,
    id: demoReportId(atMs, index),
    takenAt: at,
    sentAt: at,
    agentVersion: AGENT_VERSION,
    manifestHash: hash('sha256', JSON.stringify(manifest), 'hex'),
    manifest,
    bodies: bodies as Report['bodies'],
    samples: [...samples],
  } as Report
}

/** A version 7 id whose chance part is the PC's number: the same demo has the same ids. */
function demoReportId(atMs: number, index: number): string {
  const time = atMs.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${index.toString(16).padStart(12, '0')}`
}
