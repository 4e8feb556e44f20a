/** The conditions of a list of patches in words, each to be dropped by itself. Pure. */
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { PATCH_AGES, SUPPORT_STATES, WAITING_STATES } from '@somay/shared/text/patches.ts'
import { UNKNOWN_WORD } from '@somay/shared/text/reasons.ts'
import { HINDRANCES, WINDOWS_11_STATES } from '@somay/shared/text/windows-11.ts'
import type { Language, Words } from '@somay/shared/text/words.ts'
import { patchesText } from '../../text/patches.ts'
import { CONDITIONS, type Condition, type PatchView } from '../patches/url-state.ts'

const STATES: Readonly<Record<Exclude<Condition, 'block' | 'system' | 'version'>, Readonly<Record<string, Words>>>> = {
  support: SUPPORT_STATES,
  age: PATCH_AGES,
  pending: WAITING_STATES,
  restart: WAITING_STATES,
  windows11: WINDOWS_11_STATES,
  hinder: HINDRANCES,
}

type InWords = { readonly condition: Condition; readonly words: string }

/** A state that is no more is told by its code. */
export function conditionWords(view: PatchView, language: Language): InWords[] {
  return CONDITIONS.flatMap((condition): InWords[] => {
    const value = view[condition]
    if (value === undefined) return []
    const heading = patchesText[condition][language]
    if (condition === 'block') return [{ condition, words: `${heading} ${value}. ${choiceText(BLOCKS, value, language)}` }]
    if (condition === 'system' || condition === 'version')
      return [{ condition, words: `${heading}: ${value === '' ? UNKNOWN_WORD[language] : value}` }]
    return [{ condition, words: `${heading}: ${STATES[condition][value]?.[language] ?? value}` }]
  })
}
