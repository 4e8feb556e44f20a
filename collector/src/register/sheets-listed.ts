/** The sheets of a workbook, in its own order, as its XML lists them. Pure. */
import { attribute, tags } from './xml-tags.ts'

/** `part` is the entry of the archive that holds it; undefined where the workbook does not say. */
export type SheetListed = { readonly name: string; readonly part: string | undefined }

/** Those alone that lead to a sheet, as the reader counts them. `relations` says which part each leads to. */
export function sheetsListed(workbook: string, relations: string): readonly SheetListed[] {
  const targets = new Map(tags(relations, 'Relationship').map((one) => [attribute(one, 'Id'), attribute(one, 'Target')]))
  return tags(workbook, 'sheet')
    .map((one) => ({ name: attribute(one, 'name'), id: attribute(one, '\\w+:id') }))
    .filter(({ name, id }) => name !== '' && id !== '')
    .map(({ name, id }) => ({ name, part: partOf(targets.get(id)) }))
}

/** Targets are told from the folder of the workbook, or from the root of the archive. */
function partOf(target: string | undefined): string | undefined {
  if (target === undefined) return undefined
  return new URL(target, 'file:///xl/').pathname.slice(1)
}
