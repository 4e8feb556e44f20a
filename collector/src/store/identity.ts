/** Scores whether evidence belongs to a PC the ledger knows; placeholders score nothing, contradictions count against. */
import type { EVIDENCE_FACTS, Evidence } from '@somay/shared/evidence.ts'
import { realIdentifier } from '@somay/shared/identifier.ts'
import { withoutControls } from '@somay/shared/text/plain.ts'

export type EvidenceKind = 'agent-key' | 'uuid' | 'system-serial' | 'board-serial' | 'chassis-serial' | 'machine-id' | 'mac' | 'disk-serial'
export type EvidencePiece = { readonly kind: EvidenceKind; readonly value: string }

/** `match` for each equal piece (counted at most `most` times), `against` when both sides know the piece and share none. */
const WEIGHTS: Readonly<Record<EvidenceKind, { match: number; most: number; against: number }>> = {
  // Made on the PC and enough by itself where nothing else can be read; a disk image may copy it, so hardware that differs outweighs it.
  'agent-key': { match: 70, most: 1, against: 0 },
  uuid: { match: 40, most: 1, against: 50 },
  'system-serial': { match: 40, most: 1, against: 40 },
  'board-serial': { match: 40, most: 1, against: 40 },
  'chassis-serial': { match: 15, most: 1, against: 0 },
  // Copied with every disk image, so it proves little; lost with every new installation, so it disproves nothing.
  'machine-id': { match: 10, most: 1, against: 0 },
  mac: { match: 35, most: 2, against: 20 },
  // With the adapter it makes a PC whose board tells nothing known again: a quarter of real office PCs are such boxes.
  'disk-serial': { match: 35, most: 2, against: 15 },
}

/** Where each side has an adapter that the other lacks, the one they share may be a dock's on the inner bus, which serves whoever sits there. */
const ONE_DOCK = 15

/** From here a PC is recognised without asking a person: two strong pieces that agree and nothing that disagrees. */
const CERTAIN_SCORE = 70

/**
 * From here down it is another PC. Network adapter and disk both strange and nothing that agrees make it so; a new main board beside
 * the old disk, or a new disk beside the old adapter, is a repair.
 */
const STRANGER_SCORE = -35

export function evidencePieces(evidence: Evidence): EvidencePiece[] {
  const single: [EvidenceKind, string | undefined][] = [
    ['uuid', realIdentifier(evidence.smbiosUuid)],
    ['system-serial', realIdentifier(evidence.systemSerial)],
    ['board-serial', realIdentifier(evidence.boardSerial)],
    ['chassis-serial', realIdentifier(evidence.chassisSerial)],
    ['machine-id', realIdentifier(evidence.machineId)],
    ...evidence.macs.map((mac): [EvidenceKind, string] => ['mac', mac]),
    ...evidence.diskSerials.map((serial): [EvidenceKind, string | undefined] => ['disk-serial', realIdentifier(serial)]),
  ]
  const pieces = new Map<string, EvidencePiece>()
  for (const [kind, value] of single) {
    if (value === undefined) continue
    const piece = withoutControls(value).toLowerCase()
    pieces.set(`${kind} ${piece}`, { kind, value: piece })
  }
  return [...pieces.values()]
}

/** The pieces each fact tells. */
export const KINDS_OF: Readonly<Record<(typeof EVIDENCE_FACTS)[number], readonly EvidenceKind[]>> = {
  system: ['uuid', 'system-serial', 'machine-id'],
  board: ['board-serial'],
  chassis: ['chassis-serial'],
  disks: ['disk-serial'],
  'network-adapters': ['mac'],
}

export function scoreIdentity(found: readonly EvidencePiece[], known: readonly EvidencePiece[]): number {
  let score = 0
  const isKeyElsewhere = isKeyOfAnotherBox(found, known)
  for (const [kind, weight] of Object.entries(WEIGHTS)) {
    if (kind === 'agent-key' && isKeyElsewhere) continue
    const left = found.filter((piece) => piece.kind === kind).map((piece) => piece.value)
    const right = new Set(known.filter((piece) => piece.kind === kind).map((piece) => piece.value))
    if (left.length === 0 || right.size === 0) continue
    const shared = left.filter((value) => right.has(value)).length
    if (kind === 'mac' && isOfADock(left, right)) score += ONE_DOCK
    else score += shared > 0 ? Math.min(shared, weight.most) * weight.match : -weight.against
  }
  return score
}

function isOfADock(left: readonly string[], right: ReadonlySet<string>): boolean {
  const shared = left.filter((value) => right.has(value)).length
  return shared > 0 && shared < left.length && shared < right.size
}

const OF_THE_BOX: readonly EvidenceKind[] = ['uuid', 'system-serial', 'board-serial', 'mac']

/**
 * A key lies on the disk. Beside a strange disk it came there with a copy; with its own disk in a box of which nothing agrees, the disk went to
 * another box: either way it speaks for nobody.
 */
function isKeyOfAnotherBox(found: readonly EvidencePiece[], known: readonly EvidencePiece[]): boolean {
  const agrees = (kind: EvidenceKind): boolean | undefined => {
    const [left, right] = [valuesOf(found, kind), new Set(valuesOf(known, kind))]
    if (left.length === 0 || right.size === 0) return undefined
    return left.some((value) => right.has(value)) && !(kind === 'mac' && isOfADock(left, right))
  }
  const ofTheBox = OF_THE_BOX.map(agrees)
  return agrees('disk-serial') === false || (ofTheBox.includes(false) && !ofTheBox.includes(true))
}

/** Whether the pieces found cannot be those of the PC that `known` were ever seen on. What a copied disk brings along speaks for nobody here. */
export function isStranger(found: readonly EvidencePiece[], known: readonly EvidencePiece[]): boolean {
  const hardware = found.filter(isHardware)
  const macs = [valuesOf(hardware, 'mac'), new Set(valuesOf(known, 'mac'))] as const
  // Two with one key at one dock are two all the same: its address does not outweigh their own.
  const ofADock = isOfADock(...macs) ? ONE_DOCK + WEIGHTS.mac.against : 0
  return scoreIdentity(hardware, known) - ofADock <= STRANGER_SCORE
}

/** Whether two rows are one box, whatever lies on its disk. */
export function isSurelyOne(one: readonly EvidencePiece[], other: readonly EvidencePiece[]): boolean {
  return scoreIdentity(one.filter(isHardware), other) >= CERTAIN_SCORE
}

/**
 * Which of several PCs with one key it is, by hardware alone: the one that is surely it, or the only one that any of it speaks for. Undefined
 * where that is said of several or of none.
 */
export function tellApart(found: readonly EvidencePiece[], holders: ReadonlyMap<number, readonly EvidencePiece[]>): number | undefined {
  const hardware = found.filter(isHardware)
  const sure = recognise(hardware, holders)
  if (sure !== undefined) return sure
  const spokenFor = [...holders].filter(([, known]) => scoreIdentity(hardware, known) > 0)
  return spokenFor.length === 1 ? spokenFor[0]?.[0] : undefined
}

/** What two PCs have in common and what tells them apart, by kind; what only one of both told says nothing. */
export type Comparison = { readonly score: number; readonly agree: readonly EvidenceKind[]; readonly against: readonly EvidenceKind[] }

export function compareEvidence(found: readonly EvidencePiece[], known: readonly EvidencePiece[]): Comparison {
  const agree: EvidenceKind[] = []
  const against: EvidenceKind[] = []
  for (const kind of Object.keys(WEIGHTS) as EvidenceKind[]) {
    const [left, right] = [valuesOf(found, kind), valuesOf(known, kind)]
    if (left.length === 0 || right.length === 0) continue
    if (left.some((value) => right.includes(value))) agree.push(kind)
    else if (WEIGHTS[kind].against > 0) against.push(kind)
  }
  return { score: scoreIdentity(found, known), agree, against }
}

function valuesOf(pieces: readonly EvidencePiece[], kind: EvidenceKind): string[] {
  return pieces.filter((piece) => piece.kind === kind).map(({ value }) => value)
}

/** A value on more PCs than this names none of them, whatever its maker meant by it. */
export const MOST_HOLDERS = 3

/** Hardware that stays in one PC as long as nobody takes it out; keys and installations are copied. */
export function isHardware({ kind }: EvidencePiece): boolean {
  return kind !== 'machine-id' && kind !== 'agent-key'
}

/** Between two that are both known by hardware of their own more must agree than disagrees: one that only took a disk over from another is not asked about. */
const WORTH_ASKING = 0

/**
 * Whether a person must say if two are one. They share hardware, and not a dock's adapter alone, which serves whoever sits there. A newcomer
 * is asked about however little that is, as after a new main board beside the old disk: nothing else would ever lead back to its row.
 */
export function isWorthAsking(one: readonly EvidencePiece[], other: readonly EvidencePiece[], isNewcomer: boolean): boolean {
  const hardware = one.filter(isHardware)
  const shares = hardware.some(({ kind, value }) => other.some((piece) => piece.kind === kind && piece.value === value && !isDockOf(kind)))
  return shares && (isNewcomer || scoreIdentity(one, other) > WORTH_ASKING)

  function isDockOf(kind: EvidenceKind): boolean {
    return kind === 'mac' && isOfADock(valuesOf(one, 'mac'), new Set(valuesOf(other, 'mac')))
  }
}

/**
 * Of the candidates those that share hardware few others have, as after a new main board or with a disk from elsewhere: where none is surely
 * the same PC, a person must say. A PC that shares nothing is new without a question.
 */
export function doubtfulAmong(found: readonly EvidencePiece[], candidates: ReadonlyMap<number, readonly EvidencePiece[]>): number[] {
  const hardware = found.filter(isHardware)
  const doubted = new Set<number>()
  for (const { kind, value } of hardware) {
    const holders = [...candidates].filter(([, pieces]) => pieces.some((piece) => piece.kind === kind && piece.value === value))
    if (holders.length > MOST_HOLDERS) continue
    for (const [pc, pieces] of holders) if (isWorthAsking(found, pieces, true)) doubted.add(pc)
  }
  return [...doubted]
}

/** The one candidate that is surely this PC; two that both fit are a question for a person, until then it is a PC of its own. */
export function recognise(found: readonly EvidencePiece[], candidates: ReadonlyMap<number, readonly EvidencePiece[]>): number | undefined {
  const certain = [...candidates].filter(([, known]) => scoreIdentity(found, known) >= CERTAIN_SCORE)
  return certain.length === 1 ? certain[0]?.[0] : undefined
}
