/** Whom the rooms of the agent may import. */
import type { Room } from './room.ts'

export const ROOMS_OF_AGENT: readonly Room[] = [
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
]
