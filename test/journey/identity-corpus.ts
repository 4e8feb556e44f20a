/** Real PCs with their makers' sample texts, joining a ledger and joining it again as offices do: what is recognised, asked about and mistaken. */
import { createHash } from 'node:crypto'
import { evidencePieces } from '#collector/store/identity.ts'
import { type KnownPc, type Newcomer, recogniseBatch } from '#collector/store/recognise-batch.ts'
import type { Evidence } from '#shared/evidence.ts'
import { toIdentifier } from '#shared/identifier.ts'
import type { RealPc } from './real-pc.ts'

export type Story = 'new-windows' | 'new-disk' | 'docked' | 'new-board' | 'swapped-disk'

/** Of a hundred PCs that join again how many have which story behind them. */
const STORIES: readonly (readonly [Story, number])[] = [
  ['new-windows', 70],
  ['new-disk', 10],
  ['docked', 10],
  ['new-board', 5],
  ['swapped-disk', 5],
]

export type Tally = { readonly same: number; readonly asked: number; readonly unasked: number; readonly mistaken: number }

/** First all join, then all join again; `joined.mistaken` are PCs taken for another at the first time. */
export function joinTwice(pcs: readonly RealPc[]): { readonly joined: Tally; readonly again: Readonly<Record<Story, Tally>> } {
  const own = pcs.map((pc, place) => evidenceOf(pc, place))
  const newcomers = own.map((evidence, place) => newcomerOf(evidence, `key ${place}`))
  const first = recogniseBatch(newcomers, new Map())
  const known = new Map<number, KnownPc>(newcomers.map(({ pieces, unitId }, place) => [place + 1, { pieces, unitId }]))
  const holders = holdersOf(known)
  const stories = pcs.map((_, place) => storyOf(place))
  const returning = own.map((evidence, place) => newcomerOf(changed(own, evidence, place, stories[place] as Story), `new key ${place}`))
  const tallies: Record<string, { same: number; asked: number; unasked: number; mistaken: number }> = {}
  for (const [story] of STORIES) tallies[story] = { same: 0, asked: 0, unasked: 0, mistaken: 0 }
  // One after another, each against the ledger as it was: another's return is no part of its story.
  for (const [place, newcomer] of returning.entries()) {
    const [found] = recogniseBatch([newcomer], sharing(known, holders, newcomer))
    const tally = tallies[stories[place] as Story]
    if (!found || !tally) continue
    if (found.again) tally[found.pc === place + 1 ? 'same' : 'mistaken']++
    else tally[found.doubts.includes(place + 1) ? 'asked' : 'unasked']++
  }
  const asked = first.filter(({ doubts }) => doubts.length > 0).length
  const mistaken = first.filter(({ again }) => again).length
  return {
    joined: { same: 0, asked, unasked: first.length - asked - mistaken, mistaken },
    again: tallies as Record<Story, Tally>,
  }
}

function newcomerOf(evidence: Evidence, key: string): Newcomer {
  return { unitId: 1, pieces: [...evidencePieces(evidence), { kind: 'agent-key', value: key }] }
}

/** What the ledger would read as candidates. */
function sharing(
  known: ReadonlyMap<number, KnownPc>,
  holders: ReadonlyMap<string, readonly number[]>,
  { pieces }: Newcomer,
): ReadonlyMap<number, KnownPc> {
  const told = pieces.filter(({ kind }) => kind !== 'machine-id')
  const ids = new Set(told.flatMap(({ kind, value }) => holders.get(`${kind} ${value}`) ?? []))
  return new Map([...ids].map((id) => [id, known.get(id) as KnownPc]))
}

function holdersOf(known: ReadonlyMap<number, KnownPc>): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  for (const [id, { pieces }] of known)
    for (const { kind, value } of pieces) {
      const own = holders.get(`${kind} ${value}`)
      if (own) own.push(id)
      else holders.set(`${kind} ${value}`, [id])
    }
  return holders
}

const hex = (text: string) => createHash('sha256').update(text).digest('hex')

/** Serials were removed from the collection: where the maker filled in the product, they are made up; where not, its sample text stands for them too. */
function evidenceOf({ id, system, board }: RealPc, place: number, mark = ''): Evidence {
  const digest = hex(`${id} ${place} ${mark}`)
  const product = toIdentifier(system.product ?? '')
  const isNamed = typeof product === 'string'
  const boardName = toIdentifier(board?.product ?? '')
  return {
    smbiosUuid: isNamed ? uuidOf(digest) : toIdentifier('03000200-0400-0500-0006-000700080009'),
    systemSerial: isNamed ? digest.slice(0, 10).toUpperCase() : product,
    boardSerial: typeof boardName === 'string' && isNamed ? `/${digest.slice(10, 24)}/` : toIdentifier('Default string'),
    chassisSerial: isNamed ? digest.slice(0, 10).toUpperCase() : product,
    // Offices set up a dozen PCs from one disk.
    machineId: hex(`image ${Math.floor(place / 12)}`).slice(32),
    // No two adapters were made with one address.
    macs: [`b8:ca:${(digest.slice(42, 50).match(/../g) as string[]).join(':')}`],
    diskSerials: [`WD-${digest.slice(30, 42)}`],
  }
}

function uuidOf(digest: string): string {
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`
}

function storyOf(place: number): Story {
  let rest = place % 100
  for (const [story, share] of STORIES) {
    rest -= share
    if (rest < 0) return story
  }
  return 'new-windows'
}

function changed(all: readonly Evidence[], own: Evidence, place: number, story: Story): Evidence {
  const anew = { ...own, machineId: hex(`installation ${place}`).slice(32) }
  const digest = hex(`part ${place}`)
  switch (story) {
    case 'new-windows':
      return anew
    case 'new-disk':
      return { ...anew, diskSerials: [`NEW-${digest.slice(0, 12)}`] }
    case 'docked':
      return { ...anew, macs: [`00:e0:4c:${digest.slice(0, 2)}:${digest.slice(2, 4)}:${digest.slice(4, 6)}`] }
    case 'new-board':
      return {
        ...anew,
        smbiosUuid: typeof own.smbiosUuid === 'string' ? uuidOf(digest) : own.smbiosUuid,
        boardSerial: typeof own.boardSerial === 'string' ? `/${digest.slice(0, 14)}/` : own.boardSerial,
        systemSerial: typeof own.systemSerial === 'string' ? digest.slice(20, 30) : own.systemSerial,
        chassisSerial: own.chassisSerial,
        macs: [`b8:ca:3b:${digest.slice(0, 2)}:${digest.slice(2, 4)}:${digest.slice(4, 6)}`],
      }
    case 'swapped-disk': {
      const other = all[place + 1] ?? (all[0] as Evidence)
      return { ...anew, diskSerials: other.diskSerials, machineId: other.machineId }
    }
  }
}
