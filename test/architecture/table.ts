/** Who may import whom, one row a room with the reason: the rooms of agent and collector beside this file, the rest here. */
import type { Room } from './room.ts'
import { ROOMS_OF_AGENT } from './rooms-of-agent.ts'
import { ROOMS_OF_COLLECTOR } from './rooms-of-collector.ts'

export const ALIASES = {
  '@somay/shared/': 'shared/src/',
  '#shared/': 'shared/src/',
  '#agent/': 'agent/src/',
  '#collector/': 'collector/src/',
  '#web/': 'collector/web/',
} as const

/** The most particular row that holds a file decides. */
export const ROOMS: readonly Room[] = [
  ...ROOMS_OF_AGENT,
  ...ROOMS_OF_COLLECTOR,
  { folder: 'shared/src', may: ['typebox'], because: 'the language both speak must run anywhere, a browser included' },
  { folder: 'shared/src/react', may: ['shared/src/text', 'react'], because: 'parts of pages, drawn alike by collector and window' },
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
