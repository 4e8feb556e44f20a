/** The demo's PCs: which model each is, what identifies it, and how it is connected on the last day. */
import { hash } from 'node:crypto'
import { type Chance, chanceOf } from './chance.ts'
import { PC_MODELS, type PcModel } from './models.ts'
import { DEMO_UNITS, pcsPerUnit } from './organisation.ts'

/**
 * How a PC is on the demo's last day; `silent` has said nothing for two months. The last two stand in the register alone: one got no agent
 * yet, to the other by law none may come.
 */
export type DemoConnection = 'internet' | 'wan-only' | 'lan-only' | 'offline' | 'silent' | 'register-only' | 'exempt'

export type DemoPc = {
  readonly index: number
  /** Position in DEMO_UNITS. */
  readonly unit: number
  readonly name: string
  readonly model: PcModel
  readonly serial: string
  readonly boardSerial: string
  readonly uuid: string
  readonly machineId: string
  readonly diskSerial: string
  readonly mac: string
  readonly ipAddress: string
  readonly connection: DemoConnection
}

/** One with an agent. */
export type ReportingPc = DemoPc & { readonly connection: Exclude<DemoConnection, 'register-only' | 'exempt'> }

export function isReporting(pc: DemoPc): pc is ReportingPc {
  return pc.connection !== 'register-only' && pc.connection !== 'exempt'
}

/** Of 2,132 PCs 2,068 have internet on the last day; the other 64 are split as a province would see them. */
const NOT_CONNECTED: readonly (readonly [DemoConnection, number])[] = [
  ['wan-only', 24],
  ['lan-only', 8],
  ['offline', 10],
  ['silent', 8],
  ['register-only', 8],
  ['exempt', 6],
]
const OUT_OF = 2132

/** How many of `total` PCs are in each state; exact for 2,132, in proportion otherwise. */
export function connectionsOf(total: number): DemoConnection[] {
  const others = NOT_CONNECTED.flatMap(([state, count]) =>
    Array.from<DemoConnection>({ length: Math.round((count * total) / OUT_OF) }).fill(state),
  )
  const states = Array.from<DemoConnection>({ length: total }).fill('internet')
  // Spread evenly over the list, and so over the units.
  for (const [index, state] of others.entries()) states[Math.floor(((index + 0.5) * total) / others.length)] = state
  return states
}

// First half of the addresses of network adapters by maker; white boxes have Realtek's.
const ADAPTER_MAKERS: Readonly<Record<string, string>> = {
  Dell: 'b8:ca:3a',
  HP: '3c:52:82',
  'Hewlett-Packard': '3c:52:82',
  LENOVO: '54:e1:ad',
}

const PLACEHOLDER_SERIALS = ['To Be Filled By O.E.M.', 'Default string', 'System Serial Number', '123456789', 'N/A']
const PLACEHOLDER_UUID = '03000200-0400-0500-0006-000700080009'

export function* demoPcs(total: number, seed: number): Generator<DemoPc> {
  const connections = connectionsOf(total)
  const weights = PC_MODELS.map((model) => [model.share, model] as const)
  let index = 0
  for (const [unit, count] of pcsPerUnit(total).entries()) {
    for (let number = 1; number <= count; number++) {
      const chance = chanceOf(seed, `pc ${index}`)
      const model = chance.weighted(weights)
      const fromImage = number > count - imagedPcs(count)
      yield {
        index,
        unit,
        model,
        name: fromImage ? `${DEMO_UNITS[unit]?.short}-MAU` : nameOf(unit, number, chance),
        connection: connections[index] ?? 'internet',
        ...identityOf(index, model, chance),
        ...(fromImage && { machineId: hash('sha256', `image of unit ${unit}`, 'hex').slice(32) }),
      }
      index++
    }
  }
}

// The last PCs of every office were set up by copying one disk: the same name and the same id of the system on each.
function imagedPcs(count: number): number {
  return Math.max(2, Math.round(count * 0.03))
}

// Offices name PCs by unit and number, or leave the name Windows made up.
function nameOf(unit: number, number: number, chance: Chance): string {
  const short = DEMO_UNITS[unit]?.short ?? 'PC'
  return chance.happens(0.12) ? `DESKTOP-${letters(chance, 7)}` : `${short}-PC-${String(number).padStart(3, '0')}`
}

function letters(chance: Chance, length: number): string {
  return Array.from({ length }, () => '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'[chance.below(34)]).join('')
}

function identityOf(index: number, model: PcModel, chance: Chance) {
  const digest = hash('sha256', `demo ${index}`, 'hex')
  return {
    serial: model.whiteBox ? chance.pick(PLACEHOLDER_SERIALS) : letters(chance, 10),
    boardSerial: model.whiteBox && chance.happens(0.5) ? 'Default string' : `/${digest.slice(0, 14).toUpperCase()}/`,
    uuid: model.whiteBox
      ? PLACEHOLDER_UUID
      : `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`,
    machineId: digest.slice(32),
    diskSerial: `${chance.pick(['Z3T', 'WD-WCC', 'S3Z', '50026B'])}${digest.slice(40, 50).toUpperCase()}`,
    mac: `${ADAPTER_MAKERS[model.manufacturer.split(' ')[0] ?? ''] ?? '00:e0:4c'}:${digest.slice(50, 52)}:${digest.slice(52, 54)}:${digest.slice(54, 56)}`,
    ipAddress: `10.${34 + Math.floor(index / 62_500)}.${Math.floor(index / 250) % 250}.${1 + (index % 250)}`,
  }
}
