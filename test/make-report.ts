/** Builds valid reports for tests from the examples of the catalogue, with whatever a test wants different. */
import { hash } from 'node:crypto'
import { canonical } from '#shared/canonical.ts'
import { FACT_NAMES, FACTS, type FactName } from '#shared/facts/index.ts'
import type { FactBody } from '#shared/facts/spec.ts'
import { PROTOCOL, type Report, type Sample } from '#shared/report.ts'

export type Wanted = {
  readonly takenAt?: number
  readonly sentAt?: number
  /** Facts different from their examples; undefined leaves a fact out. */
  readonly facts?: Readonly<Partial<Record<string, FactBody | undefined>>>
  /** Facts whose bodies travel; all unless named. */
  readonly bodies?: readonly string[]
  readonly samples?: readonly Sample[]
  readonly id?: string
}

let made = 0

/** Version 7, later ones greater, as the agent makes them. */
export function reportId(atMs: number): string {
  const time = atMs.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${(++made).toString(16).padStart(12, '0')}`
}

export const exampleFacts: Readonly<Record<FactName, FactBody>> = Object.fromEntries(
  FACT_NAMES.map((name) => [name, { known: FACTS[name].example, source: 'test' }]),
) as Record<FactName, FactBody>

/** The example of a fact with some properties different. */
export function known<T extends object>(name: FactName, changes: T): FactBody {
  return { known: { ...(FACTS[name].example as object), ...changes }, source: 'test' }
}

export function makeReport(wanted: Wanted = {}): Report {
  const takenAt = wanted.takenAt ?? Date.UTC(2026, 8, 30, 3)
  const facts = Object.entries({ ...exampleFacts, ...wanted.facts })
    .filter((entry): entry is [string, FactBody] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const manifest: Record<string, string> = {}
  const bodies: Record<string, unknown> = {}
  for (const [name, body] of facts) {
    const text = canonical(body)
    manifest[name] = hash('sha256', text, 'hex')
    if (!wanted.bodies || wanted.bodies.includes(name)) bodies[name] = JSON.parse(text)
  }
  return {
    protocol: PROTOCOL,
    id: wanted.id ?? reportId(takenAt),
    takenAt: new Date(takenAt).toISOString(),
    sentAt: new Date(wanted.sentAt ?? takenAt).toISOString(),
    agentVersion: '0.1.0',
    manifestHash: hash('sha256', canonical(manifest), 'hex'),
    manifest,
    bodies: bodies as NonNullable<Report['bodies']>,
    samples: [...(wanted.samples ?? [])],
  }
}

/** The check-in after `report` when nothing changed: no manifest, no bodies. */
export function unchangedAfter(report: Report, sentAt: number, samples: readonly Sample[] = []): Report {
  const { manifest: _manifest, bodies: _bodies, ...rest } = report
  return { ...rest, id: reportId(sentAt), sentAt: new Date(sentAt).toISOString(), samples: [...samples] }
}
