/** What agents call: enrol once, then report. */
import { type Enrolled, EnrolledSchema, EnrolmentSchema, type Renewal, RenewalSchema } from '@somay/shared/enrolment.ts'
import { type Answer, AnswerSchema, ReportSchema } from '@somay/shared/report.ts'
import { withoutControls } from '@somay/shared/text/plain.ts'
import type { FastifyInstance } from 'fastify'
import { Compile } from 'typebox/compile'
import type { Metrics } from '../platform/metrics.ts'
import { Problem } from '../platform/problem.ts'
import { hashSecret, newSecret } from '../platform/secrets.ts'
import { createCredentials } from '../store/credentials.ts'
import type { Database } from '../store/dialect/dialect.ts'
import type { Newcomer } from '../store/enrolments.ts'
import { evidencePieces } from '../store/identity.ts'
import { renewCredential } from '../store/renewals.ts'
import { admitAgents, admitHolders, credentialHashOf } from './agent-access.ts'
import { readAgentBodies } from './body.ts'
import type { Calendar } from './calendar.ts'
import { type InFlightLimits, limitInFlight } from './in-flight.ts'
import type { AgentPolicy } from './policy.ts'
import { prepareReport } from './prepare.ts'
import type { IngestQueue } from './queue.ts'
import { checkReport } from './validate.ts'

export type IngestOptions = {
  readonly database: Database
  readonly queue: IngestQueue
  readonly limits: InFlightLimits
  readonly calendar: Calendar
  readonly policy: AgentPolicy
  readonly metrics: Metrics
  readonly now: () => number
}

const enrolmentValidator = Compile(EnrolmentSchema)
const renewalValidator = Compile(RenewalSchema)

export async function ingestRoutes(
  app: FastifyInstance,
  { database, queue, limits, calendar, policy, metrics, now }: IngestOptions,
): Promise<void> {
  readAgentBodies(app)
  const credentials = createCredentials(database, now)

  app.post(
    '/api/v1/reports',
    {
      config: { access: 'agent', body: ReportSchema },
      onRequest: [admitAgents(credentials), limitInFlight(queue, limits)],
      schema: { response: { 200: AnswerSchema }, summary: 'An agent reports' },
    },
    async (request): Promise<Answer> => {
      const report = request.body
      checkReport(report)
      const outcome = await queue.submit(prepareReport(report, request.pcId, now(), calendar))
      if (!outcome) throw new Problem('agent-not-enrolled')
      if (outcome.stranger) {
        credentials.forget()
        metrics.reports.inc({ outcome: 'stranger' })
        throw new Problem('credential-shared')
      }
      metrics.reports.inc({ outcome: outcome.repeated ? 'repeated' : report.manifest ? 'inventory' : 'check-in' })
      const renewal = policy.renewal(request.pcId, request.credentialGivenAt, now())
      return { id: report.id, repeated: outcome.repeated, need: [...outcome.need], ...policy.answer(), ...renewal }
    },
  )

  app.post(
    '/api/v1/enrol',
    {
      config: { access: 'public', body: EnrolmentSchema, rateLimit: { max: 600, timeWindow: 60_000 } },
      schema: { response: { 200: EnrolledSchema }, summary: 'A PC joins' },
    },
    async (request): Promise<Enrolled> => {
      const enrolment = checked(enrolmentValidator, request.body)
      const credential = newSecret('som_agent')
      const [pcId] = await database.enrolPcs([
        {
          ...newcomer(enrolment, hashSecret(credential), now()),
          tokenHash: hashSecret(enrolment.token),
          unitCode: enrolment.unitCode,
        },
      ])
      if (pcId === undefined) throw new Problem('enrolment-token-invalid')
      return { pcId, credential, nextContactSeconds: policy.answer().nextContactSeconds }
    },
  )

  app.post(
    '/api/v1/credential',
    {
      config: { access: 'agent', body: RenewalSchema, rateLimit: { max: 600, timeWindow: 60_000 } },
      onRequest: admitHolders(credentials),
      schema: { response: { 200: EnrolledSchema }, summary: 'A PC asks for another credential: its own has grown old, or is shared' },
    },
    async (request): Promise<Enrolled> => {
      const renewal = checked(renewalValidator, request.body)
      const credential = newSecret('som_agent')
      const heldHash = credentialHashOf(request) ?? ''
      const renewed = await renewCredential(database, { ...newcomer(renewal, hashSecret(credential), now()), heldHash })
      if (renewed === undefined) throw new Problem('agent-not-enrolled')
      if (renewed === 'stranger') {
        credentials.forget()
        metrics.reports.inc({ outcome: 'stranger' })
        throw new Problem('credential-shared')
      }
      return { pcId: renewed.pcId, credential, nextContactSeconds: policy.answer().nextContactSeconds }
    },
  )
}

function checked<T>(
  validator: { Check(value: unknown): value is T; Errors(value: unknown): { instancePath: string; message: string }[] },
  body: unknown,
): T {
  if (validator.Check(body)) return body
  const [first] = validator.Errors(body)
  throw new Problem('body-invalid', `${first?.instancePath}: ${first?.message}`)
}

function newcomer({ hostName, agentVersion, publicKey, evidence }: Renewal, credentialHash: string, at: number): Newcomer {
  return { hostName: withoutControls(hostName), agentVersion, publicKey, credentialHash, pieces: evidencePieces(evidence), at }
}
