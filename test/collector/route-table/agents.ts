/** Routes agents and their installations stand on: reports, bundles, updates, tokens. */
import type { Scenario } from './scenario.ts'

export const AGENTS_ROUTES: readonly Scenario[] = [
  { method: 'POST', url: '/api/v1/reports', access: 'agent', allowed: 400 },
  { method: 'POST', url: '/api/v1/enrol', access: 'public', allowed: 400 },
  { method: 'POST', url: '/api/v1/credential', access: 'agent', allowed: 400 },
  { method: 'POST', url: '/api/v1/agent-updates/ask', access: 'agent', allowed: 400 },
  {
    method: 'GET',
    url: '/api/v1/agent-updates/packages/:sha256',
    ask: `/api/v1/agent-updates/packages/${'0'.repeat(64)}`,
    access: 'agent',
    allowed: 404,
  },
  { method: 'GET', url: '/api/v1/agent-updates', access: 'manage-updates', allowed: 200, secret: 'rollouts' },
  {
    method: 'GET',
    url: '/api/v1/agent-updates/pcs',
    ask: '/api/v1/agent-updates/pcs?version=0.2.0',
    access: 'manage-updates',
    allowed: 200,
    secret: 'pcs',
  },
  {
    method: 'POST',
    url: '/api/v1/agent-updates/rollouts',
    access: 'manage-updates',
    payload: { version: '0.2.0', stage: 10 },
    allowed: 404,
  },
  {
    method: 'POST',
    url: '/api/v1/agent-updates/rollouts/:id/stop',
    ask: '/api/v1/agent-updates/rollouts/1/stop',
    access: 'manage-updates',
    payload: { state: 'halted' },
    allowed: 404,
  },
  { method: 'POST', url: '/api/v1/bundles', access: 'import-bundles', allowed: 415 },
  { method: 'GET', url: '/api/v1/bundles', access: 'import-bundles', allowed: 200, secret: 'imports' },
  { method: 'GET', url: '/api/v1/enrol-tokens', access: 'manage-tokens', allowed: 200, secret: 'collectorUrl' },
  {
    method: 'POST',
    url: '/api/v1/enrol-tokens',
    access: 'manage-tokens',
    payload: { unitId: 1, label: 'x', days: 1, useLimit: 1 },
    allowed: 200,
    secret: 'som_enrol',
  },
  { method: 'DELETE', url: '/api/v1/enrol-tokens/:id', ask: '/api/v1/enrol-tokens/999', access: 'manage-tokens', allowed: 404 },
]
