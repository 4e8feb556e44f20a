/** Copy this file to add a probe: rename the fact and the functions, then add one line to index.ts and captured outputs to the fixtures. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import type { Platform } from '../platform/platform.ts'
import type { TextReading } from '../platform/reading.ts'
import { because } from './because.ts'
import { FILES_LIMIT_MS, type Probe } from './probe.ts'

export type TemplateReading = { readonly chips: TextReading }

/** Reads: files and commands through the platform only, each with a time limit; decides nothing. */
export async function readTemplate(platform: Platform): Promise<TemplateReading> {
  return { chips: await platform.readText('/sys/class/tpm/tpm0/tpm_version_major') }
}

/** Parses: pure, runs on any system; what could not be read becomes unknown with its reason, never a default. */
export function parseTemplate({ chips }: TemplateReading): FactBody<FactValue<'tpm'>> {
  if (chips.kind !== 'read') return because(chips)
  return { known: { present: true, specVersion: chips.value.trim() }, source: 'sysfs tpm' }
}

export const templateProbe: Probe<'tpm'> = {
  fact: 'tpm',
  timeLimitMs: FILES_LIMIT_MS,
  linux: async ({ platform }) => parseTemplate(await readTemplate(platform)),
}
