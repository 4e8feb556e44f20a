/** Texts of pages: a typed catalogue per page, in which a missing key or language does not compile. */
import type { Language, Words } from './words.ts'

export type Catalogue = Readonly<Record<string, Words>>

type Values = Readonly<Record<string, string | number>>

/** Looks a text up by its key and fills `{name}` places. */
export type Say<C extends Catalogue> = (key: keyof C, values?: Values) => string

export function sayIn<C extends Catalogue>(catalogue: C, language: Language): Say<C> {
  return (key, values) => fill((catalogue[key] as Words)[language], values)
}

function fill(text: string, values: Values | undefined): string {
  return values === undefined ? text : text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
