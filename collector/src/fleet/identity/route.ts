/** The identity desk over HTTP: what is open, what was merged. */
import { type Clones, ClonesSchema, type Merges, MergesSchema, type Questions, QuestionsSchema } from '@somay/shared/api/identity.ts'
import type { FastifyInstance } from 'fastify'
import { callerOrFail } from '../../access/identify.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { readClones } from './clones.ts'
import { readMerges, readQuestions } from './query.ts'

export async function identityViewRoutes(app: FastifyInstance, { database }: { readonly database: Database }): Promise<void> {
  const config = { access: 'move-pcs' as const }
  app.get(
    '/api/v1/identity/questions',
    { config, schema: { summary: 'PCs that may be one', response: { 200: QuestionsSchema } } },
    async (request): Promise<Questions> => readQuestions(database, callerOrFail(request).scope),
  )
  app.get(
    '/api/v1/identity/clones',
    { config, schema: { summary: 'PCs that shared a key', response: { 200: ClonesSchema } } },
    async (request): Promise<Clones> => readClones(database, callerOrFail(request).scope),
  )
  app.get(
    '/api/v1/identity/merges',
    { config, schema: { summary: 'PCs that were merged', response: { 200: MergesSchema } } },
    async (request): Promise<Merges> => readMerges(database, callerOrFail(request).scope),
  )
}
