/** Canonical JSON text (RFC 8785: sorted keys, no spaces, JSON.stringify's numbers and strings), over which facts are hashed. */

/** Sorts every object's keys by UTF-16 code units; arrays keep their order. Values must be JSON values. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([, property]) => property !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, property]) => [key, sorted(property)]))
}
