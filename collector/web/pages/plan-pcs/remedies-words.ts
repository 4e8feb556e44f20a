/** What is done about a PC, in words: what is bought in its place, what it gets, and what is done by hand besides. Pure. */
import type { PlannedPc } from '@somay/shared/api/planned-pcs.ts'
import { ITEMS, MEASURE_WORDS, NOT_PRICED, REMEDY_WORDS } from '@somay/shared/text/plan.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'

type Decided = Pick<PlannedPc, 'verdict' | 'remedies' | 'items'>

/** Of a PC that is replaced or moved, what it would have needed is not done. */
export function boughtFor({ verdict, remedies, items }: Decided, language: Language): string {
  if (verdict === 'replace')
    return items.length === 0
      ? `${REMEDY_WORDS.replace[language]} (${NOT_PRICED[language]})`
      : items.map((item) => ITEMS[item][language]).join(', ')
  return verdict === 'mend' ? remedies.map((remedy) => REMEDY_WORDS[remedy][language]).join(', ') : ''
}

export function worksFor({ verdict, works }: Pick<PlannedPc, 'verdict' | 'works'>, language: Language): string {
  return verdict === 'mend' || verdict === 'keep' ? works.map((work) => REMEDY_WORDS[work][language]).join(', ') : ''
}

/** A newer collector may ask for what these pages have no word for. */
export function measureWords(measure: string, language: Language): string {
  return (MEASURE_WORDS as Readonly<Record<string, Words>>)[measure]?.[language] ?? measure
}
