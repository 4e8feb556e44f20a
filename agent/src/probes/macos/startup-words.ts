/** Understands how a Mac may start, which system_profiler says in the language of the Mac, by the system's own list of its words. */
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { jsonObjectIn } from '../../platform/json-object.ts'
import type { TextReading } from '../../platform/reading.ts'
import { isRow } from './profile.ts'
import { wordsOf } from './properties.ts'

/** Reduced and medium start any system Apple ever signed; permissive also what somebody at the Mac signed, none everything. */
const SIGNED_ALONE: ReadonlyMap<string, boolean> = new Map([
  ['Full Security', true],
  ['Reduced Security', true],
  ['Medium Security', true],
  ['Permissive Security', false],
  ['No Security', false],
])

/** A word that stands for a yes in one language and for a no in another is understood in neither. */
export function enabledByWord(word: string, list: TextReading): boolean | Unknown {
  const told = new Set(keysOf(word, list).flatMap((key) => SIGNED_ALONE.get(key) ?? []))
  const [enabled] = told
  return told.size === 1 && enabled !== undefined
    ? enabled
    : unknown('failed', `how this Mac may start: "${word.slice(0, 100)}" is not understood`)
}

/** The list is `language -> English words -> words of the language`. */
function keysOf(word: string, list: TextReading): string[] {
  if (SIGNED_ALONE.has(word)) return [word]
  const languages = list.kind === 'read' ? Object.values(jsonObjectIn(list.value) ?? {}) : []
  return languages.flatMap((language) => (isRow(language) ? Object.keys(language).filter((key) => wordsOf(language, key) === word) : []))
}
