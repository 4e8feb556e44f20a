/** Routes of PCs, of the alerts, and those of the collector itself. */
import type { Scenario } from './scenario.ts'

export const PCS_ROUTES: readonly Scenario[] = [
  { method: 'GET', url: '/api/v1/pcs/columns', access: 'see-pcs', allowed: 200, secret: 'heading' },
  { method: 'GET', url: '/api/v1/pcs/states', access: 'see-pcs', allowed: 200, secret: 'states' },
  { method: 'GET', url: '/api/v1/pcs', access: 'see-pcs', allowed: 200, secret: 'rows' },
  { method: 'GET', url: '/api/v1/pcs/export', ask: '/api/v1/pcs/export?format=csv', access: 'export-pcs', allowed: 200, secret: 'PC-' },
  { method: 'GET', url: '/api/v1/pcs/:id', ask: '/api/v1/pcs/1', access: 'see-pcs', allowed: 200, secret: 'facts' },
  { method: 'GET', url: '/api/v1/pcs/:id/presence', ask: '/api/v1/pcs/1/presence', access: 'see-pcs', allowed: 200, secret: 'months' },
  { method: 'GET', url: '/api/v1/pcs/:id/history', ask: '/api/v1/pcs/1/history', access: 'see-pcs', allowed: 200, secret: 'changes' },
  { method: 'POST', url: '/api/v1/pcs/moves', access: 'move-pcs', payload: { pcIds: [1] }, allowed: 200, secret: 'moved' },
  {
    method: 'POST',
    url: '/api/v1/pcs/exemptions',
    access: 'move-pcs',
    payload: { pcIds: [1], exempt: true },
    allowed: 200,
    secret: 'changed',
  },
  { method: 'GET', url: '/api/v1/alerts', access: 'see-pcs', allowed: 200, secret: 'clones' },
  { method: 'GET', url: '/api/v1/facts', access: 'person', allowed: 200, secret: 'sentence' },
  { method: 'GET', url: '/api/v1/openapi.json', access: 'see-documentation', allowed: 200, secret: 'paths' },
  { method: 'GET', url: '/metrics', access: 'see-metrics', allowed: 200, secret: 'process_cpu' },
  { method: 'GET', url: '/healthz', access: 'public', allowed: 200 },
]
