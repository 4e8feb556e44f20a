/** Who may import whom, one row a room with the reason; the only place where this is said. */

export type Room = {
  readonly folder: string
  /** Rooms, packages (as written) or `node:`; a room may always import itself. */
  readonly may: readonly string[]
  readonly because: string
}

export const ALIASES = {
  '@somay/shared/': 'shared/src/',
  '#shared/': 'shared/src/',
  '#agent/': 'agent/src/',
  '#collector/': 'collector/src/',
  '#web/': 'collector/web/',
} as const

/** The most particular row that holds a file decides. */
export const ROOMS: readonly Room[] = [
  { folder: 'shared/src', may: ['typebox'], because: 'the language both speak must run anywhere, a browser included' },
  { folder: 'shared/src/react', may: ['shared/src/text', 'react'], because: 'parts of pages, drawn alike by collector and window' },

  {
    folder: 'agent/src',
    may: ['shared/src', 'agent/src', 'node:'],
    because: 'the entry, the commands and the composition put the rooms together',
  },
  {
    folder: 'agent/src/config',
    may: ['shared/src', 'agent/src/platform', 'agent/src/log.ts', 'node-cron', 'typebox', 'node:'],
    because: 'settings are read before anything else runs',
  },
  {
    folder: 'agent/src/platform',
    may: ['shared/src', 'systeminformation', 'node:'],
    because: 'the only place that spawns processes or reads the system; everything else stands on it',
  },
  {
    folder: 'agent/src/probes',
    may: ['shared/src', 'agent/src/platform', 'agent/src/probes/windows', 'agent/src/probes/macos', 'typebox'],
    because: 'a probe reads through the platform alone, so that its parser runs on any system',
  },
  {
    folder: 'agent/src/probes/windows',
    may: [
      'shared/src',
      'agent/src/platform',
      'agent/src/probes/because.ts',
      'agent/src/probes/chassis-kinds.ts',
      'agent/src/probes/edid.ts',
      'agent/src/probes/free-room.ts',
      'agent/src/probes/minute.ts',
      'agent/src/probes/network-state.ts',
      'agent/src/probes/order.ts',
      'agent/src/probes/waiting-updates.ts',
    ],
    because: 'one reading serves every fact on Windows, and a parser there knows nothing of the probes of other systems',
  },
  {
    folder: 'agent/src/probes/macos',
    may: [
      'shared/src',
      'agent/src/platform',
      'agent/src/probes/because.ts',
      'agent/src/probes/edid.ts',
      'agent/src/probes/free-room.ts',
      'agent/src/probes/minute.ts',
      'agent/src/probes/network-state.ts',
      'agent/src/probes/order.ts',
      'agent/src/probes/waiting-updates.ts',
    ],
    because: 'one reading serves every fact on macOS, and a parser there knows nothing of the probes of other systems',
  },
  {
    folder: 'agent/src/proxy',
    may: ['agent/src/platform', 'pac-resolver', 'quickjs-wasi', 'node:'],
    because: 'the way out is found before anything is sent, from what the system says',
  },
  {
    folder: 'agent/src/state',
    may: ['shared/src', 'agent/src/platform', 'agent/src/log.ts', 'typebox', 'node:'],
    because: 'what the agent remembers between runs, whoever asks',
  },
  {
    folder: 'agent/src/report',
    may: ['shared/src', 'agent/src/probes', 'agent/src/platform', 'agent/src/state', 'node:'],
    because: 'a report is made of what probes read and knows nothing of how it travels',
  },
  {
    folder: 'agent/src/outbox',
    may: ['shared/src', 'agent/src/platform', 'agent/src/log.ts', 'typebox', 'node:'],
    because: 'the outbox keeps reports whoever made them and whoever sends them',
  },
  {
    folder: 'agent/src/send',
    may: [
      'shared/src',
      'agent/src/outbox',
      'agent/src/report',
      'agent/src/platform',
      'agent/src/state',
      'agent/src/log.ts',
      'agent/src/version.ts',
      'axios',
      'typebox',
      'node:',
    ],
    because: 'sending empties the outbox and never looks at the PC',
  },
  {
    folder: 'agent/src/updates',
    may: ['shared/src', 'agent/src/platform', 'agent/src/send/fetch-file.ts', 'agent/src/log.ts', 'typebox', 'node:'],
    because: 'updates are judged and kept by what was signed; how they are asked for is handed in',
  },
  {
    folder: 'agent/src/runner',
    may: ['shared/src', 'agent/src/config', 'agent/src/platform', 'agent/src/updates', 'typebox', 'node:'],
    because:
      'the runner is a program of its own with the rights of root: it knows of the agent what is written down, and believes none of it',
  },
  {
    folder: 'agent/src/door',
    may: ['shared/src', 'agent/src/outbox', 'agent/src/platform', 'agent/src/state', 'agent/src/log.ts', 'agent/src/version.ts', 'node:'],
    because:
      'the door answers from files; it stands in the resident process, so it neither probes, sends nor checks with the schema library',
  },
  {
    folder: 'agent/src/desktop',
    may: [
      'shared/src',
      'agent/src/door',
      'agent/src/preload',
      'agent/src/report/switched-off.ts',
      'agent/src/state/schemas.ts',
      'electron',
      'typebox',
      'node:',
    ],
    because: 'the window’s main process knows the agent through the door alone',
  },
  {
    folder: 'agent/src/preload',
    may: ['shared/src', 'agent/src/door', 'electron'],
    because: 'one narrow bridge between the page and the main process, sandboxed: nothing of Node',
  },
  {
    folder: 'agent/src/window',
    may: [
      'shared/src/react',
      'shared/src/text',
      'shared/src/styles',
      'shared/src/api',
      'shared/src/session-switch.ts',
      'agent/src/preload',
      'react',
      'react-dom',
    ],
    because: 'the page sees the bridge and the words; neither Node, Electron nor the schema library',
  },
  { folder: 'agent/src/window/vite.config.ts', may: ['vite', '@vitejs/plugin-react', 'node:'], because: 'how the page is built' },
  {
    folder: 'agent/src/resident',
    may: ['shared/src', 'agent/src', 'node-cron', 'node:'],
    because: 'what waits: schedules and their jobs, loading the rest only when there is something to do',
  },

  {
    folder: 'collector/src',
    may: ['collector/src', 'shared/src', 'fastify', '@fastify/helmet', '@fastify/rate-limit', 'node-cron', 'pino', 'node:'],
    because: 'app, server, housekeeping and command line put the rooms together',
  },
  {
    folder: 'collector/src/backup',
    may: [
      'shared/src',
      'collector/src/config/settings.ts',
      'collector/src/platform/refused.ts',
      'collector/src/store',
      'node-cron',
      'pino',
      'node:',
    ],
    because: 'the ledger as a file knows nothing of HTTP, views or who asked',
  },
  {
    folder: 'collector/src/tls',
    may: ['collector/src/platform/refused.ts', 'node-forge', 'pino', 'node:'],
    because: 'certificates are read and made without knowing whom they serve',
  },
  { folder: 'collector/src/config', may: ['shared/src'], because: 'settings are read before anything else runs' },
  {
    folder: 'collector/src/commands',
    may: ['collector/src', 'shared/src', 'node:'],
    because: 'each command is a small composition of its own',
  },
  {
    folder: 'collector/src/platform',
    may: [
      'shared/src',
      'collector/src/access',
      'collector/src/store/dialect',
      'fastify',
      '@fastify/compress',
      '@fastify/static',
      '@fastify/swagger',
      '@fastify/swagger-ui',
      'prom-client',
      'typebox',
      'kysely',
      'node:',
    ],
    because: 'what every room needs of the process and of HTTP',
  },
  {
    folder: 'collector/src/access',
    may: [
      'shared/src',
      'collector/src/platform',
      'collector/src/store',
      'fastify',
      '@fastify/cookie',
      '@fastify/csrf-protection',
      '@fastify/session',
      '@node-rs/argon2',
      'kysely',
      'node:',
    ],
    because: 'who may do what is decided in one place',
  },
  {
    folder: 'collector/src/store',
    may: ['shared/src', 'collector/src/store/dialect', 'collector/src/platform/secrets.ts', 'kysely', 'typebox', 'node:'],
    because: 'the store writes and knows nothing of HTTP, views or plans',
  },
  {
    folder: 'collector/src/store/dialect',
    may: ['shared/src', 'collector/src/store', 'kysely', 'sqlite3', 'pg', 'node:'],
    because: 'what differs between databases lives here alone',
  },
  {
    folder: 'collector/src/ingest',
    may: [
      'shared/src',
      'collector/src/store',
      'collector/src/releasing',
      'collector/src/platform',
      'collector/src/access',
      'fastify',
      'typebox',
      'node:',
    ],
    because: 'reports come in through one door and never ask a view',
  },
  {
    folder: 'collector/src/releasing',
    may: ['shared/src', 'collector/src/store', 'node:'],
    because: 'who is offered which version is decided from values, and packages are files',
  },
  {
    folder: 'collector/src/register',
    may: ['shared/src', 'collector/src/store/register/listed-item.ts', 'csv-parse', 'hucre', 'yauzl', 'node:'],
    because: 'a list of the accountant is read without knowing what the ledger holds',
  },
  {
    folder: 'collector/src/counting',
    may: ['shared/src', 'collector/src/store/dialect', 'collector/src/store/reports/incoming.ts', 'kysely'],
    because: 'what a PC was on a date is said once, for views and roll-ups alike',
  },
  {
    folder: 'collector/src/rolling',
    may: ['shared/src', 'collector/src/counting', 'collector/src/store', 'node:'],
    because: 'what is counted ahead is counted by the same SQL, and only remembered',
  },
  {
    folder: 'collector/src/freezing',
    may: ['shared/src', 'collector/src/counting', 'collector/src/store', 'kysely', 'node:'],
    because: 'a count is frozen by the very SQL it was counted by',
  },
  {
    folder: 'collector/src/checking',
    may: ['shared/src', 'collector/src/freezing/content-hash.ts', 'collector/src/store', 'kysely', 'node:crypto'],
    because: 'whether the ledger holds its laws is read from the ledger alone, and nothing is mended on the way',
  },
  {
    folder: 'collector/src/fleet',
    may: [
      'shared/src',
      'collector/src/access',
      'collector/src/export',
      'collector/src/platform',
      'collector/src/counting',
      'collector/src/measuring/columns.ts',
      'collector/src/plan',
      'collector/src/freezing/content-hash.ts',
      'collector/src/releasing',
      'collector/src/rolling/days.ts',
      'collector/src/store/default-key.ts',
      'collector/src/store/dialect',
      'collector/src/store/fact-encoding.ts',
      'collector/src/store/merging/family.ts',
      'collector/src/store/pc-columns.ts',
      'collector/src/store/releases.ts',
      'fastify',
      'kysely',
      'typebox',
      'node:stream',
    ],
    because: 'views read; nothing here writes',
  },
  {
    folder: 'collector/src/measuring',
    may: ['shared/src', 'collector/src/plan', 'collector/src/store', 'node:crypto'],
    because: 'measures are made ahead for the fleet by the cuts a single PC is decided from',
  },
  {
    folder: 'collector/src/reference',
    may: ['shared/src', 'collector/src/plan/reference', 'collector/src/store'],
    because: 'which tables are in use is said once, for plans and for measuring',
  },
  {
    folder: 'collector/src/committing',
    may: ['shared/src', 'collector/src/fleet/plan', 'collector/src/store'],
    because: 'a plan is committed from the very list that was looked at',
  },
  {
    folder: 'collector/src/plan',
    may: ['shared/src'],
    because: 'what a PC needs is decided from values alone: no database, no HTTP, no clock',
  },
  {
    folder: 'collector/src/administration',
    may: [
      'shared/src',
      'collector/src/access',
      'collector/src/committing',
      'collector/src/counting/rule.ts',
      'collector/src/export/table.ts',
      'collector/src/fleet/counts/as-of.ts',
      'collector/src/fleet/counts/confirmed.ts',
      'collector/src/fleet/plan/plan-asked.ts',
      'collector/src/fleet/plan/terms.ts',
      'collector/src/fleet/send-table.ts',
      'collector/src/freezing',
      'collector/src/platform',
      'collector/src/reference',
      'collector/src/register',
      'collector/src/releasing/offer-book.ts',
      'collector/src/store',
      'fastify',
    ],
    because: 'administrators change the ledger through the store, each change with its event',
  },
  {
    folder: 'collector/src/export',
    may: ['shared/src', 'csv-stringify', 'docx', 'node:'],
    because: 'an export knows columns and rows, never a query',
  },
  {
    folder: 'collector/src/demo',
    may: ['shared/src', 'collector/src/ingest', 'collector/src/store', 'collector/src/platform/secrets.ts', 'node:'],
    because: 'the demo goes in through the product, not beside it',
  },
  {
    folder: 'collector/web',
    may: [
      'shared/src/product-version.ts',
      'shared/src/react',
      'shared/src/text',
      'shared/src/styles',
      'shared/src/api',
      'shared/src/unknown.ts',
      'shared/src/facts',
      'shared/src/errors.ts',
      'shared/src/bundle-file.ts',
      'react',
      'react-dom',
      '@tanstack/react-query',
      '@tanstack/react-table',
      'wouter',
      'uqr',
    ],
    because: 'the pages speak to the collector over HTTP only',
  },
  { folder: 'collector/web/vite.config.ts', may: ['vite', '@vitejs/plugin-react', 'node:'], because: 'how the pages are built' },

  {
    folder: 'installers',
    may: ['shared/src/release.ts', 'node:', 'esbuild', 'vite'],
    because: 'installers use what the build put out, never the sources',
  },
]

/** From these rooms the pages may take types only, because their modules bring the schema library along. */
export const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = {
  'collector/web': ['shared/src/api', 'shared/src/unknown.ts', 'shared/src/facts'],
  'agent/src/window': ['shared/src/api', 'agent/src/preload'],
}

/** Fewer modules than this means that the reader saw nothing, and then any rule would pass. */
export const FEWEST_MODULES = 150
