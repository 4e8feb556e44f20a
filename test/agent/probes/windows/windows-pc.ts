/** A pretended Windows PC: the output of the inventory script from a fixture, with single parts or sections put otherwise. */
import { readFileSync } from 'node:fs'
import type { PretendPc } from '../pretend-platform.ts'

type Section = { state: string; parts: Record<string, unknown> }
type Output = { format: number; sections: Record<string, Section> }

export type Situation = 'office-desktop' | 'laptop' | 'windows-7'

const FOLDER = new URL('../../../fixtures/probes/windows/', import.meta.url)

export const ACCESS_DENIED = { failure: { type: 'System.Management.ManagementException', code: '80041003' } }
export const NO_NAMESPACE = { failure: { type: 'System.Management.ManagementException', code: '8004100E' } }

export function scriptOutput(situation: Situation): string {
  return readFileSync(new URL(`${situation}.json`, FOLDER), 'utf8')
}

/** `parts`: "section.part" to the part as the script writes it. `states`: a section that ended so, with only the parts named here. */
export function windowsPc(situation: Situation, parts: Record<string, unknown> = {}, states: Record<string, string> = {}): PretendPc {
  const output = JSON.parse(scriptOutput(situation)) as Output
  for (const [name, state] of Object.entries(states)) output.sections[name] = { state, parts: {} }
  for (const [place, part] of Object.entries(parts)) {
    const [section = '', name = ''] = place.split('.')
    const found = output.sections[section]
    if (found) found.parts[name] = part
  }
  return { os: 'windows', hostName: 'SNV-PC-014', script: JSON.stringify(output) }
}

/** Everything the script reads, refused with one and the same failure. */
export function refusing(failure: unknown): PretendPc {
  const output = JSON.parse(scriptOutput('laptop')) as Output
  for (const section of Object.values(output.sections)) for (const name of Object.keys(section.parts)) section.parts[name] = failure
  return { os: 'windows', hostName: 'SNV-PC-014', script: JSON.stringify(output) }
}
