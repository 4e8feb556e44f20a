/** PCs that a plan of office PCs buys nothing for, counted in words: "12 máy ảo, 2 máy chủ". */
import type { Plan } from '../api/plans.ts'
import { formatNumber } from './numbers.ts'
import { NATURES } from './plan.ts'
import type { Language } from './words.ts'

export function apartWords(apart: Plan['apart'], language: Language): string {
  return apart
    .map(({ nature, pcs }) => {
      const word = NATURES[nature][language]
      return `${formatNumber(pcs, language)} ${language === 'en' && pcs !== 1 ? `${word}s` : word}`
    })
    .join(', ')
}
