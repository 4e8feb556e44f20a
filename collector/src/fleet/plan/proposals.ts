/** What a plan proposes for a PC in the words of its list, each with the item that is bought or ordered for it. */
import type { PlannedPc } from '@somay/shared/api/plans.ts'
import { type Item, REMEDY_WORDS, type Remedy, VERDICTS } from '@somay/shared/text/plan.ts'
import type { Words } from '@somay/shared/text/words.ts'
import { ITEM_OF } from '../../plan/prices.ts'

const PIECE: Words = { vi: 'chiếc', en: 'piece' }
const LICENCE: Words = { vi: 'bản quyền', en: 'licence' }
const TIME: Words = { vi: 'lần', en: 'time' }

/** `item` undefined is nothing that costs money. */
export type Proposal = { readonly words: Words; readonly item: Item | undefined }

type Planned = Pick<PlannedPc, 'verdict'> & { readonly remedies: readonly Remedy[]; readonly item?: Item | undefined }

/** `item` is what is bought in the place of a PC that is replaced. */
export function proposalsOf({ verdict, remedies, item: newPc }: Planned): Proposal[] {
  if (verdict === 'move') return [{ words: VERDICTS.move, item: undefined }]
  if (verdict === 'replace') return [{ words: REMEDY_WORDS.replace, item: newPc }]
  return remedies.flatMap((remedy) => {
    const item = ITEM_OF[remedy]
    return item === undefined ? [] : [{ words: REMEDY_WORDS[remedy], item }]
  })
}

export function unitOfCount(item: Item | undefined): Words {
  if (item === 'os-licence') return LICENCE
  return item === 'os-upgrade' ? TIME : PIECE
}
