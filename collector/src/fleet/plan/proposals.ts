/** What a plan proposes for a PC in the words of its list, each with the item that is bought or ordered for it. */
import type { PlannedPc } from '@somay/shared/api/planned-pcs.ts'
import { ITEM_GROUPS, ITEMS, type Item, REMEDY_WORDS, type Remedy, VERDICTS } from '@somay/shared/text/plan.ts'
import type { Words } from '@somay/shared/text/words.ts'

const PIECE: Words = { vi: 'chiếc', en: 'piece' }
const LICENCE: Words = { vi: 'bản quyền', en: 'licence' }
const TIME: Words = { vi: 'lần', en: 'time' }

/** `item` undefined is nothing that costs money, or nobody can tell what. */
export type Proposal = { readonly words: Words; readonly item: Item | undefined }

type Planned = Pick<PlannedPc, 'verdict'> & { readonly remedies: readonly Remedy[]; readonly items: readonly Item[] }

/** `items` are what remedies buy, one each, or what comes in the place of a PC that is replaced. */
export function proposalsOf({ verdict, remedies, items }: Planned): Proposal[] {
  if (verdict === 'move') return [{ words: VERDICTS.move, item: undefined }]
  if (verdict === 'replace') {
    const [newPc, ...more] = items
    return [{ words: REMEDY_WORDS.replace, item: newPc }, ...more.map((item) => ({ words: ITEMS[item], item }))]
  }
  return remedies.map((remedy, place) => ({ words: REMEDY_WORDS[remedy], item: items[place] }))
}

export function unitOfCount(item: Item | undefined): Words {
  if (item !== undefined && ITEM_GROUPS[item] === 'licence') return LICENCE
  return item === 'os-upgrade' ? TIME : PIECE
}
