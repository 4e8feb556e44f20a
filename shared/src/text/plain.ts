/** Text without control characters: no name, serial or word of a search needs them, and PostgreSQL takes no NUL. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u001f\u007f]/g

/** JSON Schema pattern of such a text. */
export const PLAIN_PATTERN = '^[^\\u0000-\\u001f\\u007f]*$'

/** JSON Schema pattern of a name or title that people give: no marks either that turn the letters around, for it would show as another one. */
export const NAME_PATTERN = '^[^\\u0000-\\u001f\\u007f\\u202a-\\u202e\\u2066-\\u2069]*$'

/** Each control character becomes a space, each half of a broken pair the replacement character. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, ' ').toWellFormed()
}
