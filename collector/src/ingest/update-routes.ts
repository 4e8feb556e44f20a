/** Updates of agents: those installed with an update key tell how the last one ended, ask for the next, and fetch its package. */
import { type UpdateAnswer, UpdateAnswerSchema, type UpdateAsk, UpdateAskSchema } from '@somay/shared/release.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Compile } from 'typebox/compile'
import { Problem } from '../platform/problem.ts'
import { candidates, offerFor } from '../releasing/offer.ts'
import type { OfferBook } from '../releasing/offer-book.ts'
import type { PackageFiles } from '../releasing/package-files.ts'
import { createCredentials } from '../store/credentials.ts'
import type { Database } from '../store/dialect/dialect.ts'
import { hasEnded, tellOffer, tellOutcome, tellPackage, unitOfPc } from '../store/pc-updates.ts'
import { admitAgents } from './agent-access.ts'
import { readAgentBodies } from './body.ts'

export type UpdatePlace = {
  readonly database: Database
  readonly book: OfferBook
  readonly files: PackageFiles
  readonly now: () => number
}

const validator = Compile(UpdateAskSchema)
/** What PCs told is remembered, so that one that says the same again costs no write. */
const MOST_REMEMBERED = 50_000
/** A line of 100 Mbit is shared with reports. */
const MOST_FETCHING = 40
const RETRY_SECONDS = 300

export async function updateRoutes(app: FastifyInstance, { database, book, files, now }: UpdatePlace): Promise<void> {
  readAgentBodies(app)
  const credentials = createCredentials(database, now)
  const told = new Map<number, string>()
  let fetching = 0

  async function remember(pcId: number, { kind, version }: UpdateAsk): Promise<void> {
    const said = `${kind} ${version}`
    if (told.get(pcId) === said) return
    await tellPackage(database, pcId, kind, version, now())
    if (told.size >= MOST_REMEMBERED) told.clear()
    told.set(pcId, said)
  }

  app.post(
    '/api/v1/agent-updates/ask',
    {
      config: { access: 'agent', body: UpdateAskSchema },
      onRequest: admitAgents(credentials),
      schema: { response: { 200: UpdateAnswerSchema }, summary: 'An agent tells how its update ended, and asks for one' },
    },
    async (request): Promise<UpdateAnswer> => {
      const asked: unknown = request.body
      if (!validator.Check(asked)) {
        const [first] = validator.Errors(asked)
        throw new Problem('body-invalid', `${first?.instancePath}: ${first?.message}`)
      }
      const { pcId } = request
      await remember(pcId, asked)
      if (asked.outcome && (await tellOutcome(database, pcId, asked.outcome, now()))) book.forget()
      const current = await book.current()
      const asking = { pcId, kind: asked.kind, version: asked.version }
      if (candidates(current, asking).length === 0) return {}
      const unitId = await unitOfPc(database, pcId)
      const offer = unitId === undefined ? undefined : offerFor(current, asking, unitId)
      if (!offer || (await hasEnded(database, pcId, offer.release.manifest.version))) return {}
      await tellOffer(database, pcId, offer.release.manifest.version, now())
      return { offer }
    },
  )

  app.get<{ Params: { sha256: string } }>(
    '/api/v1/agent-updates/packages/:sha256',
    {
      config: { access: 'agent' },
      onRequest: admitAgents(credentials),
      schema: { summary: 'The package of a release, whole or from a byte on (Range)' },
    },
    async (request, reply): Promise<FastifyReply> => {
      const { sha256 } = request.params
      const size = /^[0-9a-f]{64}$/.test(sha256) ? await files.size(sha256) : undefined
      if (size === undefined) throw new Problem('package-not-here')
      if (fetching >= MOST_FETCHING) throw new Problem('overloaded', undefined, RETRY_SECONDS)
      const from = Number(/^bytes=(\d{1,12})-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
      if (from >= size) return reply.code(416).header('content-range', `bytes */${size}`).send('')
      if (from > 0) reply.code(206).header('content-range', `bytes ${from}-${size - 1}/${size}`)
      fetching++
      reply.raw.once('close', () => fetching--)
      return reply
        .header('content-length', size - from)
        .header('accept-ranges', 'bytes')
        .type('application/octet-stream')
        .send(files.read(sha256, from))
    },
  )
}
