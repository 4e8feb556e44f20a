/** The page of agent updates, and the PCs behind its figures. */
import {
  type AgentUpdates,
  AgentUpdatesSchema,
  type UpdatedPcs,
  type UpdatedPcsQuery,
  UpdatedPcsQuerySchema,
  UpdatedPcsSchema,
} from '@somay/shared/api/agent-updates.ts'
import type { FastifyInstance } from 'fastify'
import type { PackageFiles } from '../../releasing/package-files.ts'
import type { Database } from '../../store/dialect/dialect.ts'
import { readAgentUpdates, readUpdatedPcs } from './query.ts'

export async function agentUpdateRoutes(
  app: FastifyInstance,
  { database, files }: { database: Database; files: PackageFiles },
): Promise<void> {
  const config = { access: 'manage-updates' as const }
  app.get(
    '/api/v1/agent-updates',
    { config, schema: { summary: 'Releases of the agent, versions in the fleet, rollouts', response: { 200: AgentUpdatesSchema } } },
    (): Promise<AgentUpdates> => readAgentUpdates(database, files),
  )
  app.get<{ Querystring: UpdatedPcsQuery }>(
    '/api/v1/agent-updates/pcs',
    {
      config,
      schema: { summary: 'How an update went on PCs', querystring: UpdatedPcsQuerySchema, response: { 200: UpdatedPcsSchema } },
    },
    (request): Promise<UpdatedPcs> => readUpdatedPcs(database, request.query),
  )
}
