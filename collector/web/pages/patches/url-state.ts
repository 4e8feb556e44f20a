/** The view of patches in the address: day, unit, and for a list its conditions; pure. */

/** What a list may be narrowed by, besides day and unit; the system's name is empty where it is unknown. */
export const CONDITIONS = ['block', 'system', 'version', 'support', 'age', 'pending', 'restart', 'windows11', 'hinder'] as const
export type Condition = (typeof CONDITIONS)[number]

export type PatchView = {
  /** "2026-09-30"; undefined is today. */
  readonly on: string | undefined
  readonly unit: number | undefined
} & { readonly [C in Condition]?: string | undefined }

export const PATCHES = '/patches'
export const PATCHED_PCS = '/patches/pcs'

export function readPatchView(search: string): PatchView {
  const given = new URLSearchParams(search)
  const unit = Number(given.get('unit'))
  const conditions = CONDITIONS.flatMap((name) => (given.has(name) ? [[name, given.get(name) ?? '']] : []))
  return {
    on: given.get('on') ?? undefined,
    unit: Number.isSafeInteger(unit) && unit > 0 ? unit : undefined,
    ...Object.fromEntries(conditions),
  }
}

/** As the address of a page and as the collector takes it. */
export function patchParameters({ on, unit, ...conditions }: PatchView): string {
  const parameters = new URLSearchParams()
  if (on !== undefined) parameters.set('on', on)
  if (unit !== undefined) parameters.set('unit', String(unit))
  for (const name of CONDITIONS) {
    const value = conditions[name]
    if (value !== undefined) parameters.set(name, value)
  }
  return parameters.toString()
}

/** The day and the unit alone, for the page of figures. */
export function figureParameters({ on, unit }: PatchView): string {
  return patchParameters({ on, unit })
}

export function listAddress(view: PatchView): string {
  const parameters = patchParameters(view)
  return parameters === '' ? PATCHED_PCS : `${PATCHED_PCS}?${parameters}`
}
