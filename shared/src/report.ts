/** The envelope in which an agent reports, and the collector's answer: the contract between the two. */
import Type, { type Static } from 'typebox'
import { ConnectivityStateSchema } from './facts/connectivity.ts'
import { FactBodySchema, INSTANT_PATTERN } from './facts/spec.ts'
import { orUnknown } from './unknown-schema.ts'

export const PROTOCOL = 1

/** A report travels as JSON, gzip when longer than this; smaller ones gain nothing. */
export const GZIP_FROM_BYTES = 1_000

/** Most samples one report may carry: a year of days and a month of quarter hours both fit. */
export const MAX_SAMPLES = 3_000

/** Most facts one report may carry, with room for facts this version does not know. */
export const MAX_FACTS = 200

const InstantSchema = Type.String({ pattern: INSTANT_PATTERN })

/** RFC 9562 version 7: sorts by time; the agent gives each report one and repeats it when it repeats the report. */
export const ReportIdSchema = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' })

/** SHA-256 in lower-case hex. */
export const HashSchema = Type.String({ pattern: '^[0-9a-f]{64}$' })

const FactNamePattern = '^[a-z][a-z0-9-]{0,49}$'

export const SampleSchema = Type.Object(
  {
    at: InstantSchema,
    state: orUnknown(ConnectivityStateSchema),
    latencyMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 600_000 })),
    /** Whether the collector was reached at that moment, when the agent could tell. */
    reachedCollector: Type.Optional(Type.Boolean()),
    /** Whether somebody was logged on at the PC, when the agent could tell: a PC woken for maintenance alone is on, not in use. */
    session: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

/** How far the PC reached at one moment; may be thinned to one an hour or a day when room runs short. */
export type Sample = Static<typeof SampleSchema>

export const ManifestSchema = Type.Record(Type.String({ pattern: FactNamePattern }), HashSchema, {
  maxProperties: MAX_FACTS,
  additionalProperties: false,
})

/** For each fact of an inventory the SHA-256 of its body's canonical text. */
export type Manifest = Static<typeof ManifestSchema>

export const ReportSchema = Type.Object(
  {
    protocol: Type.Literal(PROTOCOL),
    id: ReportIdSchema,
    /** When the inventory behind the manifest was read, by the agent's clock. */
    takenAt: InstantSchema,
    /** When this copy was sent, by the agent's clock: receipt time minus this is the clock's skew. */
    sentAt: InstantSchema,
    agentVersion: Type.String({ pattern: '^[0-9A-Za-z.+-]{1,40}$' }),
    /** SHA-256 of the manifest's canonical text; alone it says "nothing changed". */
    manifestHash: HashSchema,
    manifest: Type.Optional(ManifestSchema),
    bodies: Type.Optional(
      Type.Record(Type.String({ pattern: FactNamePattern }), FactBodySchema, { maxProperties: MAX_FACTS, additionalProperties: false }),
    ),
    samples: Type.Array(SampleSchema, { maxItems: MAX_SAMPLES }),
  },
  { additionalProperties: false },
)

export type Report = Static<typeof ReportSchema>

/** Divisors of an hour: samples of all PCs fall into the same quarters of the day. */
export const SAMPLE_MINUTES = [5, 10, 15, 20, 30, 60] as const

export const AnswerSchema = Type.Object({
  id: ReportIdSchema,
  /** True when this report was stored before and changed nothing now. */
  repeated: Type.Boolean(),
  /** Facts whose bodies the collector lacks; the single name `manifest` asks for the manifest first. */
  need: Type.Array(Type.String(), { maxItems: MAX_FACTS }),
  nextContactSeconds: Type.Integer({ minimum: 1 }),
  /** How often to look how far the PC reaches; every quarter of an hour when nothing is said. */
  sampleMinutes: Type.Optional(Type.Enum(SAMPLE_MINUTES)),
  /** Where to look for the internet: expected content tells a captive portal apart. */
  targets: Type.Array(Type.Object({ url: Type.String(), expect: Type.String() }, { additionalProperties: false }), { maxItems: 10 }),
  /** The agent's credential has grown old: it should ask for another, which may wait for a next time. */
  renewCredential: Type.Optional(Type.Literal(true)),
  /** Facts the collector does not want, which the agent reports as unknown(turned-off); `session`: samples leave out whether anybody is logged on. */
  switchedOff: Type.Array(Type.String(), { maxItems: MAX_FACTS }),
})

export type Answer = Static<typeof AnswerSchema>
export type Target = Answer['targets'][number]

/** The one name in `need` that is not a fact. */
export const NEED_MANIFEST = 'manifest'
