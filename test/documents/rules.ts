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

// Vietnamese letters, the dong sign, dashes, quotes, arrows and dots that texts for people use. Anything else, above all
// look-alikes of ASCII and characters nobody sees, is a mistake.
const ALLOWED =
  /^[\u0000-\u007f\u00a0-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0309\u0323\u1ea0-\u1ef9\u20ab\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2190-\u2193\u2212\u2264\u2265\u25b2\u25bc\u25cf\u25cb\u25d0\u25c6\u25c7\u2713\u2715\u00d7\u00b7]*$/u

/** Lines with characters outside the list, as "line: U+XXXX". Soft hyphen and no-break space are refused in sources. */
export function strangeCharacters(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    if (ALLOWED.test(line) && !/[\u00a0\u00ad]/.test(line)) return []
    const strange = [...line].find((character) => !ALLOWED.test(character) || character === '\u00a0' || character === '\u00ad') ?? ''
    return [`${index + 1}: U+${(strange.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`]
  })
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
