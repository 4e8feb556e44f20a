/** What is checked of the documents and sources, as pure functions over texts, so that planted sins can prove each one. */

/** Paths named in backticks that look like files or folders of the house. */
export function namedPaths(markdown: string): string[] {
  const found = [...markdown.matchAll(/`((?:shared|agent|collector|installers|test|\.ci)\/[A-Za-z0-9_./-]*)`/g)].map(
    ([, path]) => path as string,
  )
  return [...new Set(found.filter((path) => !path.includes('*') && !path.includes('...')))]
}

/** Scripts named as `npm run x`, `npm start` or `npm test`. */
export function namedScripts(markdown: string): string[] {
  const run = [...markdown.matchAll(/npm run ([a-z][a-z-]*)/g)].map(([, script]) => script as string)
  const short = [...markdown.matchAll(/npm (start|test)\b/g)].map(([, script]) => script as string)
  return [...new Set([...run, ...short])]
}

// Vietnamese letters, the dong sign, dashes, quotes, arrows and marks that texts for people use. Anything else, above all
// look-alikes of ASCII and characters nobody sees (no-break space, soft hyphen), is a mistake.
const ALLOWED: readonly (readonly [from: number, to: number])[] = [
  [0x09, 0x7e],
  [0xa1, 0xac],
  [0xae, 0xff],
  [0x102, 0x103],
  [0x110, 0x111],
  [0x128, 0x129],
  [0x168, 0x169],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1ea0, 0x1ef9],
  [0x20ab, 0x20ab],
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2190, 0x2195],
  [0x2212, 0x2212],
  [0x2264, 0x2265],
  [0x25a0, 0x25cf],
  [0x2713, 0x2717],
]

/** Lines with characters outside the list, as "line: U+XXXX". */
export function strangeCharacters(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const strange = [...line].find((character) => !isAllowed(character.codePointAt(0) ?? 0))
    return strange === undefined ? [] : [`${index + 1}: U+${(strange.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`]
  })
}

function isAllowed(point: number): boolean {
  return ALLOWED.some(([from, to]) => point >= from && point <= to)
}

/** Sources open with one sentence on what they are for. */
export function opensWithSentence(text: string): boolean {
  return /^(?:#![^\n]*\n)?\s*(?:\/\*\*?\s+\S|\/\*\*\n \* \S|\/\/ \S)/.test(text)
}

/** Decision numbers given twice. */
export function doubledNumbers(names: readonly string[]): string[] {
  const numbers = names.map((name) => name.slice(0, 4))
  return numbers.filter((number, index) => numbers.indexOf(number) !== index)
}

/** Words for a thing that has another word here (README, "Words"), as identifiers or prose in sources. */
export const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|common|managers?|misc)(\/|\.|$)/

/** A file of more lines is two files. */
const MOST_LINES = 300

export function isTooLong(source: string): boolean {
  return source.split('\n').length - 1 > MOST_LINES
}
