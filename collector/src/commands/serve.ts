/** `serve`: runs the collector until it is told to stop. */
import { serve } from '../server.ts'
import type { Command } from './index.ts'
import { SETTINGS_FLAGS, settingsOf } from './settings-flags.ts'

export const serveCommand: Command = {
  summary: 'run the collector',
  flags: SETTINGS_FLAGS,
  run: (values) => serve(settingsOf(values)),
}
