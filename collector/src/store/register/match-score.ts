/** Scores whether an asset of the register is a PC that reported; weights in one table, placeholders count nothing. Pure. */
import { fold } from '@somay/shared/text/fold.ts'
import type { MatchPiece } from '@somay/shared/text/register.ts'
import { assetKeyOf } from './listed-item.ts'

export type ItemClues = {
  readonly assetKey: string
  readonly serialKey: string | null
  readonly mac: string | null
  readonly hostKey: string | null
  /** Folded. */
  readonly nameKey: string
  readonly kind: string | null
  readonly unitId: number
}

export type PcClues = {
  /** System and chassis serials, lower case; placeholders were never kept. */
  readonly serials: readonly string[]
  readonly boardSerials: readonly string[]
  readonly macs: readonly string[]
  readonly assetTag: string | null
  readonly nameKey: string
  readonly manufacturer: string | null
  readonly model: string | null
  readonly kind: string | null
  readonly unitId: number
}

/** `match` when both know it and agree, `against` when both know it and differ. */
export const MATCH_WEIGHTS: Readonly<Record<MatchPiece, { readonly match: number; readonly against: number }>> = {
  serial: { match: 60, against: 40 },
  // Lists of white boxes hold the serial of the board; another board than the listed serial says nothing.
  'board-serial': { match: 50, against: 0 },
  // A person read it off the label, or off that of the PC next to it: an equal serial still makes a question.
  'asset-tag': { match: 60, against: 20 },
  mac: { match: 60, against: 15 },
  // Copied with disk images and changed at will.
  'host-name': { match: 25, against: 0 },
  // Lists rarely name models exactly.
  model: { match: 15, against: 0 },
  kind: { match: 5, against: 25 },
  // PCs are moved without anybody telling the accountant.
  unit: { match: 10, against: 0 },
}

/** From here on it is certain, when nothing else comes near. */
export const CERTAIN_MATCH = 60
/** How far the next best must stay behind. */
export const MATCH_LEAD = 20
/** From here on a person is asked. */
export const DOUBTFUL_MATCH = 25

export type MatchBasis = { readonly score: number; readonly agree: readonly MatchPiece[]; readonly against: readonly MatchPiece[] }

export function scoreMatch(item: ItemClues, pc: PcClues): MatchBasis {
  const told: Readonly<Record<MatchPiece, boolean | undefined>> = {
    serial: item.serialKey === null || pc.serials.length === 0 ? undefined : pc.serials.includes(item.serialKey),
    'board-serial': item.serialKey === null ? undefined : pc.boardSerials.includes(item.serialKey),
    'asset-tag': pc.assetTag === null ? undefined : assetKeyOf(pc.assetTag) === item.assetKey,
    mac: item.mac === null || pc.macs.length === 0 ? undefined : pc.macs.includes(item.mac),
    'host-name': item.hostKey === null ? undefined : item.hostKey === pc.nameKey,
    model: pc.model === null ? undefined : namesModel(item.nameKey, pc.model),
    kind: item.kind === null || pc.kind === null ? undefined : sameKind(item.kind, pc.kind),
    unit: item.unitId === pc.unitId,
  }
  // A serial that is the board's is no other system's.
  const pieces = Object.entries(told) as [MatchPiece, boolean | undefined][]
  const agree = pieces.filter(([, same]) => same === true).map(([piece]) => piece)
  const against = pieces
    .filter(([piece, same]) => same === false && MATCH_WEIGHTS[piece].against > 0 && !(piece === 'serial' && told['board-serial'] === true))
    .map(([piece]) => piece)
  const sum = (of: readonly MatchPiece[], side: 'match' | 'against') => of.reduce((total, piece) => total + MATCH_WEIGHTS[piece][side], 0)
  return { score: sum(agree, 'match') - sum(against, 'against'), agree, against }
}

const TOWERS = new Set(['desktop', 'mini', 'other'])

/** Accountants call every box on or under a desk "để bàn". */
export function sameKind(one: string, other: string): boolean {
  return one === other || (TOWERS.has(one) && TOWERS.has(other))
}

/** Whether every word of the model that has a figure stands in the name: "OptiPlex 3050" in "Máy tính để bàn Dell Optiplex 3050 SFF". */
function namesModel(nameKey: string, model: string): boolean {
  const marks = figures(fold(model))
  return marks.length > 0 && marks.every((mark) => nameKey.includes(mark))
}

const MAKERS = [
  'dell',
  'hp',
  'lenovo',
  'acer',
  'asus',
  'fpt',
  'cms',
  'singpc',
  'samsung',
  'toshiba',
  'sony',
  'apple',
  'vaio',
  'msi',
  'gigabyte',
  'fujitsu',
  'ibm',
]

/** True when the name in the register tells another maker, or models with other figures, than the PC; where either is silent nothing differs. */
export function modelDiffers(nameKey: string, { manufacturer, model }: Pick<PcClues, 'manufacturer' | 'model'>): boolean {
  const pcKey = fold(`${manufacturer ?? ''} ${model ?? ''}`).replace('hewlett-packard', 'hp')
  const told = MAKERS.filter((maker) => words(nameKey).includes(maker))
  const own = MAKERS.filter((maker) => words(pcKey).includes(maker))
  if (told.length > 0 && own.length > 0 && !told.some((maker) => own.includes(maker))) return true
  if (told.length === 0 || model === null) return false
  const [inName, inModel] = [figures(nameKey), figures(fold(model))]
  return inName.length > 0 && inModel.length > 0 && !inModel.some((mark) => inName.some((one) => one.includes(mark) || mark.includes(one)))
}

function words(key: string): readonly string[] {
  return key.split(/[^a-z0-9]+/)
}

/** Words with a figure of three or more, which name models; sizes and speeds are shorter or carry their unit. */
function figures(key: string): readonly string[] {
  return words(key).filter((word) => /\d{3,}/.test(word) && !/^\d+(gb|tb|mhz|w|inch)$/.test(word) && word.length <= 10)
}
