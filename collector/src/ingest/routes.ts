/** What agents call: enrol once, then report. */
import { type Enrolled, EnrolledSchema, type Enrolment, EnrolmentSchema } from '@somay/shared/enrolment.ts'
import { type Answer, AnswerSchema } from '@somay/shared/report.ts'
import type { FastifyInstance } from 'fastify'
import { Compile } from 'typebox/compile'
import type { Metrics } from '../platform/metrics.ts'
import { Problem } from '../platform/problem.ts'
import { hashSecret, newSecret } from '../platform/secrets.ts'
import { createCredentials } from '../store/credentials.ts'
import type { Database } from '../store/dialect/dialect.ts'
import type { NewEnrolment } from '../store/enrolments.ts'
import { evidencePieces } from '../store/identity.ts'
import { admitAgents } from './agent-access.ts'
import { readAgentBodies } from './body.ts'
import type { Calendar } from './calendar.ts'
import type { AgentPolicy } from './policy.ts'
import { prepareReport } from './prepare.ts'
import type { IngestQueue } from './queue.ts'
import { checkReport } from './validate.ts'

export type IngestOptions = {
  readonly database: Database
  readonly queue: IngestQueue
  readonly calendar: Calendar
  readonly policy: AgentPolicy
  readonly metrics: Metrics
  readonly now: () => number
}

const enrolmentValidator = Compile(EnrolmentSchema)

export async function ingestRoutes(
  app: FastifyInstance,
  { database, queue, calendar, policy, metrics, now }: IngestOptions,
): Promise<void> {
  readAgentBodies(app)
  const admit = admitAgents(createCredentials(database, now))

  app.post(
    '/api/v1/reports',
    { config: { access: 'agent' }, onRequest: admit, schema: { response: { 200: AnswerSchema }, summary: 'An agent reports' } },
    async (request): Promise<Answer> => {
      const report = request.body
      checkReport(report)
      const outcome = await queue.submit(prepareReport(report, request.pcId, now(), calendar))
      if (!outcome) throw new Problem('agent-not-enrolled')
      metrics.reports.inc({ outcome: outcome.repeated ? 'repeated' : report.manifest ? 'inventory' : 'check-in' })
      return { id: report.id, repeated: outcome.repeated, need: [...outcome.need], ...policy.answer() }
    },
  )

  app.post(
    '/api/v1/enrol',
    {
      config: { access: 'public', rateLimit: { max: 600, timeWindow: 60_000 } },
      schema: { response: { 200: EnrolledSchema }, summary: 'A PC joins' },
    },
    async (request): Promise<Enrolled> => {
      const enrolment = request.body
      if (!enrolmentValidator.Check(enrolment)) {
        const [first] = enrolmentValidator.Errors(enrolment)
        throw new Problem('body-invalid', `${first?.instancePath}: ${first?.message}`)
      }
      const credential = newSecret('som_agent')
      const [pcId] = await database.enrolPcs([newEnrolment(enrolment, hashSecret(credential), now())])
      if (pcId === undefined) throw new Problem('enrolment-token-invalid')
      return { pcId, credential, nextContactSeconds: policy.answer().nextContactSeconds }
    },
  )
}

function newEnrolment({ token, hostName, agentVersion, publicKey, evidence }: Enrolment, credentialHash: string, at: number): NewEnrolment {
  return { tokenHash: hashSecret(token), hostName, agentVersion, publicKey, credentialHash, pieces: evidencePieces(evidence), at }
}
