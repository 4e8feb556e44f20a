/** The catalogue of facts over HTTP: what the PC page walks to name every property. */
import { type Catalogue, CatalogueSchema } from '@somay/shared/api/pcs.ts'
import { FACT_NAMES, FACTS } from '@somay/shared/facts/index.ts'
import type { FastifyInstance } from 'fastify'

export async function catalogueRoutes(app: FastifyInstance): Promise<void> {
  app.get(
    '/api/v1/facts',
    { config: { access: 'person' }, schema: { summary: 'The catalogue of facts', response: { 200: CatalogueSchema } } },
    async (): Promise<Catalogue> =>
      FACT_NAMES.map((name) => {
        const { title, sentence, needsAdministrator, personal, value } = FACTS[name]
        return { name, title, sentence, needsAdministrator, personal, value }
      }),
  )
}
