/**
 * Offices as they are, in one ledger: boxes whose makers left sample texts or printed one serial on many, docks that serve whoever sits there, disks that go
 * from box to box with the key and the installation on them, images with a key copied to a dozen. PCs join one after another, each against what all
 * before it left behind.
 */
import { createHash } from 'node:crypto'
import { type EvidenceKind, type EvidencePiece, evidencePieces, isStranger } from '#collector/store/identity.ts'
import { type KnownPc, recogniseBatch } from '#collector/store/recognise-batch.ts'
import type { Evidence } from '#shared/evidence.ts'
import { type Identifier, toIdentifier } from '#shared/identifier.ts'
import type { RealPc } from './real-pc.ts'

/** What stays when the disk goes. */
type Box = Pick<Evidence, 'smbiosUuid' | 'systemSerial' | 'boardSerial' | 'chassisSerial'> & { readonly mac: string; readonly dock: string }
/** What goes with the disk: its own serial, and what an image of it copies. */
type Disk = { readonly serial: string; installation: string; key: string }

export type Outcome = {
  readonly joins: number
  readonly again: number
  /** Boxes that stood in a row together with another, after each round. */
  readonly mistaken: number
  /** Known boxes that became another PC without anybody being asked. */
  readonly lost: number
  readonly asked: number
  /** Of `copies`, reports with a copied key, those that were taken for the PC whose key it is. */
  readonly unnoticed: number
  readonly copies: number
  /** Pieces that more than one box has. */
  readonly shared: Readonly<Partial<Record<EvidenceKind, number>>>
}

const hex = (text: string) => createHash('sha256').update(text).digest('hex')
const numberOf = (text: string, below: number) => Number.parseInt(hex(text).slice(0, 8), 16) % below

const AT_ONE_DOCK = 10
const FROM_ONE_IMAGE = 12
const ROUNDS = 3

export function livedThrough(pcs: readonly RealPc[]): Outcome {
  const boxes = pcs.map(boxOf)
  const disks = boxes.map((_, place): Disk => ({ serial: `WD-${hex(`disk ${place}`).slice(0, 12)}`, ...imageOf(place) }))
  const ledger = new LedgerOfBoxes()
  const pieces = (place: number, isDocked: boolean) => piecesOf(boxes[place] as Box, disks[place] as Disk, isDocked)
  for (const place of boxes.keys()) ledger.join(place, pieces(place, numberOf(`docked ${place}`, 2) === 0))
  ledger.countMerged()
  for (let round = 0; round < ROUNDS; round++) {
    for (const place of boxes.keys()) {
      const other = (place + 1 + numberOf(`other ${round} ${place}`, 5)) % boxes.length
      const isDocked = numberOf(`docked ${round} ${place}`, 2) === 0
      const disk = disks[place] as Disk
      const chance = numberOf(`story ${round} ${place}`, 100)
      if (chance < 40) {
        disk.installation = hex(`installation ${round} ${place}`).slice(32)
        disk.key = hex(`key ${round} ${place}`)
      } else if (chance < 55) {
        // Both ways: the keys and installations go along.
        ;[disks[place], disks[other]] = [disks[other] as Disk, disk]
        ledger.join(other, pieces(other, isDocked))
      } else if (chance < 65) Object.assign(disk, { installation: disks[other]?.installation, key: disks[other]?.key })
      else if (chance < 75) disks[place] = { ...disk, serial: `NEW-${hex(`new ${round} ${place}`).slice(0, 10)}` }
      ledger.join(place, pieces(place, isDocked))
    }
    ledger.countMerged()
  }
  return ledger.outcome()
}

/** The dozen that one disk was copied to. */
function imageOf(place: number): Pick<Disk, 'installation' | 'key'> {
  const image = Math.floor(place / FROM_ONE_IMAGE)
  return { installation: hex(`image ${image}`).slice(32), key: hex(`key of image ${image}`) }
}

/** What the maker left where a serial belongs is kept as it is, whether our list of sample texts knows it or not. */
function boxOf({ id, system, board }: RealPc, place: number): Box {
  const digest = hex(`${id} ${place}`)
  const product = toIdentifier(system.product ?? '')
  const boardName = toIdentifier(board?.product ?? '')
  const isNamed = typeof product === 'string'
  // One in twenty products bears the same text on all its boxes, and one board in twenty the same UUID.
  const printed = isNamed && numberOf(`printed ${product}`, 20) === 0 ? `SN ${product}` : undefined
  const cloned = typeof boardName === 'string' && numberOf(`uuid ${boardName}`, 20) === 0 ? uuidOf(hex(boardName)) : undefined
  const serial: Identifier = isNamed ? (printed ?? digest.slice(0, 10).toUpperCase()) : product
  return {
    smbiosUuid: cloned ?? (isNamed ? uuidOf(digest) : toIdentifier('03000200-0400-0500-0006-000700080009')),
    systemSerial: serial,
    boardSerial: typeof boardName === 'string' && isNamed ? `/${digest.slice(10, 24)}/` : toIdentifier('Default string'),
    chassisSerial: serial,
    mac: macOf('b8:ca', digest),
    dock: macOf('00:50', hex(`dock ${Math.floor(place / AT_ONE_DOCK)}`)),
  }
}

function uuidOf(digest: string): string {
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`
}

/** No two adapters were made with one address. */
function macOf(maker: string, digest: string): string {
  return `${maker}:${(digest.slice(42, 50).match(/../g) as string[]).join(':')}`
}

/** A dock on the inner bus looks like an adapter of the PC. */
function piecesOf({ mac, dock, ...box }: Box, disk: Disk, isDocked: boolean): readonly EvidencePiece[] {
  const evidence = { ...box, machineId: disk.installation, macs: isDocked ? [mac, dock] : [mac], diskSerials: [disk.serial] }
  return [...evidencePieces(evidence), { kind: 'agent-key', value: disk.key }]
}

const keyOf = ({ kind, value }: EvidencePiece) => `${kind} ${value}`

class LedgerOfBoxes {
  readonly #known = new Map<number, KnownPc>()
  /** Where each box stands since it joined last. */
  readonly #rowOf = new Map<number, number>()
  /** Every box that ever stood in a row. */
  readonly #boxesOf = new Map<number, Set<number>>()
  readonly #holders = new Map<string, Set<number>>()
  readonly #keyOf = new Map<string, number>()
  readonly #boxesWith = new Map<string, Set<number>>()
  #tally = { joins: 0, again: 0, mistaken: 0, lost: 0, asked: 0, unnoticed: 0, copies: 0 }

  join(box: number, pieces: readonly EvidencePiece[]): void {
    this.#tally.joins++
    this.#reportWithCopiedKey(box, pieces)
    for (const piece of pieces) this.#boxesWith.set(keyOf(piece), (this.#boxesWith.get(keyOf(piece)) ?? new Set()).add(box))
    const [found] = recogniseBatch([{ unitId: 1, pieces }], this.#candidates(pieces))
    if (!found) return
    const isKnown = this.#rowOf.has(box)
    if (found.again) this.#tally.again++
    else if (found.doubts.length > 0) this.#tally.asked++
    else if (isKnown) this.#tally.lost++
    const row = found.again ? found.pc : this.#known.size + 1
    this.#learn(row, pieces)
    this.#rowOf.set(box, row)
    this.#boxesOf.set(row, (this.#boxesOf.get(row) ?? new Set()).add(box))
  }

  /** Boxes that stand in one row: two that exchanged all that tells of them may exchange their rows too, and stay two. */
  countMerged(): void {
    this.#tally.mistaken += this.#rowOf.size - new Set(this.#rowOf.values()).size
  }

  /** What would happen if this agent, before it joins, reported with the key it found on its disk. */
  #reportWithCopiedKey(box: number, pieces: readonly EvidencePiece[]): void {
    const key = pieces.find(({ kind }) => kind === 'agent-key')
    const owner = key && this.#keyOf.get(key.value)
    if (owner === undefined || this.#boxesOf.get(owner)?.has(box)) return
    const sharesDisk = pieces.some((piece) => piece.kind === 'disk-serial' && this.#holders.get(keyOf(piece))?.has(owner))
    // A box that tells nothing but its adapter and bears the other's very disk is that PC after a repair, as far as anybody can know.
    if (sharesDisk) return
    this.#tally.copies++
    if (!isStranger(pieces, this.#known.get(owner)?.pieces ?? [])) this.#tally.unnoticed++
  }

  #candidates(pieces: readonly EvidencePiece[]): ReadonlyMap<number, KnownPc> {
    const sharing = new Set(
      pieces.filter(({ kind }) => kind !== 'machine-id').flatMap((piece) => [...(this.#holders.get(keyOf(piece)) ?? [])]),
    )
    return new Map([...sharing].map((pc) => [pc, this.#known.get(pc) as KnownPc]))
  }

  #learn(pc: number, pieces: readonly EvidencePiece[]): void {
    const before = this.#known.get(pc)?.pieces ?? []
    const fresh = pieces.filter((piece) => !before.some(({ kind, value }) => kind === piece.kind && value === piece.value))
    this.#known.set(pc, { unitId: 1, pieces: [...before, ...fresh] })
    for (const piece of fresh) {
      this.#holders.set(keyOf(piece), (this.#holders.get(keyOf(piece)) ?? new Set()).add(pc))
      if (piece.kind === 'agent-key' && !this.#keyOf.has(piece.value)) this.#keyOf.set(piece.value, pc)
    }
  }

  outcome(): Outcome {
    const shared: Partial<Record<EvidenceKind, number>> = {}
    for (const [piece, boxes] of this.#boxesWith) {
      const kind = piece.slice(0, piece.indexOf(' ')) as EvidenceKind
      if (boxes.size > 1) shared[kind] = (shared[kind] ?? 0) + 1
    }
    return { ...this.#tally, shared }
  }
}
