/** A pretended Mac: the report of system_profiler and the small commands from a fixture, with single parts put otherwise. */
import { existsSync, readFileSync } from 'node:fs'
import type { CommandResult } from '#agent/platform/run-command.ts'
import { COMMANDS, type CommandName, type DataType } from '#agent/probes/macos/sources.ts'
import type { PretendPc } from '../pretend-platform.ts'

export type Situation = 'macbook-air-m1' | 'macbook-pro-t2' | 'imac-intel' | 'mac-mini-m2'
export type Row = Record<string, unknown>
type Broken = 'empty-object.json' | 'not-json.txt' | 'empty-types.json' | 'lone-objects.json' | 'without-power-and-nvme.json'
type Changes = {
  /** Data types with other rows than in the fixture; undefined takes one out of the report. */
  readonly types?: Partial<Record<DataType, unknown>>
  /** Small commands that say something else, or end otherwise. */
  readonly commands?: Partial<Record<CommandName, string | CommandResult>>
}

const FOLDER = new URL('../../../fixtures/probes/macos/', import.meta.url)

const KERNELS: Readonly<Record<Situation, string>> = {
  'macbook-air-m1': '23.5.0',
  'macbook-pro-t2': '23.6.0',
  'imac-intel': '21.6.0',
  'mac-mini-m2': '25.0.0',
}

export const HANGS: CommandResult = { kind: 'timed-out', detail: 'the command took too long' }
export const DENIED: CommandResult = { kind: 'denied', detail: 'the command may not be run' }

export function profileOf(situation: Situation): Record<DataType, Row[]> {
  return JSON.parse(textOf(situation, 'profile.json')) as Record<DataType, Row[]>
}

export function textOf(folder: Situation | 'broken', file: string): string {
  return readFileSync(new URL(`${folder}/${file}`, FOLDER), 'utf8')
}

/** What a command wrote; in JSON how it ended where it did not end well. */
function saidBy(situation: Situation, name: CommandName): string | CommandResult {
  if (existsSync(new URL(`${situation}/${name}.txt`, FOLDER))) return textOf(situation, `${name}.txt`)
  return JSON.parse(textOf(situation, `${name}.json`)) as CommandResult
}

export function macPc(situation: Situation, { types = {}, commands = {} }: Changes = {}): PretendPc {
  const names = Object.keys(COMMANDS) as CommandName[]
  return {
    os: 'macos',
    hostName: 'mac-01.local',
    machine: 'arm64',
    profiler: JSON.stringify({ ...profileOf(situation), ...types }),
    kernel: KERNELS[situation],
    commands: {
      '/usr/sbin/netstat -rn': textOf(situation, 'routes.txt'),
      ...Object.fromEntries(
        names.map((name) => [[COMMANDS[name].file, ...COMMANDS[name].args].join(' '), commands[name] ?? saidBy(situation, name)]),
      ),
    },
  }
}

/** The Mac mini, whose system_profiler wrote something broken; its small commands answer. */
export function brokenMac(file: Broken): PretendPc {
  return { ...macPc('mac-mini-m2'), profiler: textOf('broken', file) }
}

/** The Mac mini, whose system_profiler did not end well. */
export function silentMac(file: 'denied.json' | 'hangs.json'): PretendPc {
  return { ...macPc('mac-mini-m2'), profiler: JSON.parse(textOf('broken', file)) as CommandResult }
}
