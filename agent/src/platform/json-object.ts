/** The JSON object in a text that somebody else may have written. Pure. */

/** Undefined for what is no JSON, and for JSON that is no object. */
export function jsonObjectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const content: unknown = JSON.parse(text)
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? (content as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
