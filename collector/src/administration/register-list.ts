/** Reads an uploaded list as a person wants it read and holds it against the register: the same for the preview and for the import. */
import type { ListPreview, ListReading } from '@somay/shared/api/register.ts'
import { dayOf } from '@somay/shared/text/dates.ts'
import { dayText } from '@somay/shared/text/days.ts'
import { fold } from '@somay/shared/text/fold.ts'
import { REGISTER_FIELDS, REQUIRED_FIELDS } from '@somay/shared/text/register.ts'
import type { Words } from '@somay/shared/text/words.ts'
import type { Caller } from '../access/access.ts'
import { inScope } from '../access/scope.ts'
import { dayAsked } from '../platform/day-asked.ts'
import { Problem } from '../platform/problem.ts'
import { type ItemsRead, missingFields, readItems } from '../register/read-items.ts'
import { type Comparison, compareList, type Listing } from '../store/register/compare-list.ts'
import { type ListAuthor, rememberedList, rememberedPcs, rememberedUnits } from '../store/register/remembered-lists.ts'
import { unitsToName } from '../store/register/units-to-name.ts'
import type { Upload } from '../store/register/uploads.ts'
import { listInWords } from './list-uploads.ts'
import { leftBehind, takenWithNote } from './register-problems.ts'
import type { AdministrationPlace } from './reorganisation-route.ts'

export type ReadListing = {
  readonly read: ItemsRead
  readonly listing: Listing
  readonly comparison: Comparison
  /** The unit each text of the list means, and why. */
  readonly units: ListPreview['units']
  /** What the person said of texts, undefined where they took back what a text meant. */
  readonly given: readonly (readonly [text: string, unitId: number | undefined])[]
}

export async function readListing(
  { database, now: clock, timeZone }: AdministrationPlace,
  upload: Upload,
  wanted: ListReading,
  { name: who, scope }: Caller,
  { everyProblem = false }: { readonly everyProblem?: boolean } = {},
): Promise<ReadListing> {
  const today = dayText(dayOf(clock(), timeZone))
  const day = wanted.day ?? today
  dayAsked('day', day)
  if (day > today) throw new Problem('list-incomplete', { vi: `Ngày ${day} chưa tới.`, en: `${day} is still to come.` })
  const mayTouch: Listing['mayTouch'] = (column) => inScope(database.dialect, scope, column)
  const naming = { day, wanted, mayTouch, who }
  let namer: UnitNamer | undefined
  const now = (wanted.pcs ?? []).map(({ text, isPc }) => [fold(text), isPc] as const)
  let said: ReadonlyMap<string, boolean> = new Map()
  const read = await listInWords(
    readItems(upload.file, {
      everyProblem,
      sheet: wanted.sheet,
      headerRow: wanted.headerRow,
      mapping: wanted.mapping,
      costUnitDong: wanted.costUnitDong,
      lastYear: Number(day.slice(0, 4)) + 1,
      known: async (headings) => {
        namer = await unitNamer(database, naming, headings)
        said = new Map([...(await rememberedPcs(database, { headings, who })), ...now])
        return { before: await rememberedList(database, headings), unitOf: namer.unitOf, isPc: (name) => said.get(fold(name)) }
      },
    }),
  )
  const covered = wanted.complete === true ? [...new Set(read.items.map(({ unitId }) => unitId))] : []
  const listing: Listing = { day, items: read.items, keysBeside: read.keysBeside, completeUnits: covered, mayTouch }
  const units = read.unitTexts.map(({ text, rows }) => ({ text, rows, ...namer?.meant(text) }))
  return { read, listing, comparison: await compareList(database.read, database.dialect, listing), units, given: namer?.given ?? [] }
}

type Naming = Pick<ListAuthor, 'who'> & { readonly day: string; readonly wanted: ListReading; readonly mayTouch: Listing['mayTouch'] }
type Meant = Omit<ListPreview['units'][number], 'text' | 'rows'>
type UnitNamer = { readonly given: ReadListing['given']; meant(text: string): Meant; unitOf(text: string): number | undefined }

/** By what the person said, by what was said before, by name and by code; nothing outside the scope has a name here. */
async function unitNamer(
  database: AdministrationPlace['database'],
  { day, wanted, mayTouch, who }: Naming,
  headings: readonly string[],
): Promise<UnitNamer> {
  const names = await unitsToName(database, day, mayTouch)
  const ids = new Set(names.map(({ id }) => id))
  const known = new Map<string, number | undefined>()
  for (const { id, nameKey, code } of names) {
    // Two units of one name are told apart by a person.
    known.set(nameKey, known.has(nameKey) ? undefined : id)
    if (code !== null) known.set(fold(code), id)
  }
  const remembered = new Map([...(await rememberedUnits(database, { headings, who }))].filter(([, id]) => ids.has(id)))
  const given = (wanted.units ?? [])
    .filter(({ unitId }) => unitId === null || ids.has(unitId))
    .map(({ text, unitId }) => [text, unitId ?? undefined] as const)
  const said = new Map(given.map(([text, id]) => [fold(text), id]))
  const single = wanted.unitId !== undefined && ids.has(wanted.unitId) ? wanted.unitId : undefined
  const meant = (text: string): Meant => {
    const key = fold(text)
    const [own, named, before] = [said.get(key), known.get(key), remembered.get(key)]
    if (said.has(key)) return { by: 'given', ...(own !== undefined && { unitId: own }) }
    if (named !== undefined) return { by: 'name', unitId: named }
    return before === undefined ? {} : { by: 'remembered', unitId: before }
  }
  return { given, meant, unitOf: (text) => (text === '' ? single : meant(text).unitId) }
}

/** What must be chosen before the list can be imported; undefined when nothing. */
export function incompleteness({ read }: ReadListing): Words | undefined {
  const missing = missingFields(read.mapping, REQUIRED_FIELDS)
  if (missing.length > 0) {
    const names = (language: 'vi' | 'en') => missing.map((name) => REGISTER_FIELDS[name][language]).join(', ')
    return { vi: `Chưa chọn cột cho: ${names('vi')}.`, en: `No column is chosen for: ${names('en')}.` }
  }
  return read.items.length === 0 ? { vi: 'Không có dòng nào nhập được.', en: 'There is no row that can be imported.' } : undefined
}

const GONE_SHOWN = 100

export function previewOf(upload: Upload, wanted: ListReading, { read, listing, comparison, units }: ReadListing): ListPreview {
  const { added, changed, same, gone } = comparison
  const [left, noted] = [leftBehind({ comparison }), takenWithNote({ comparison })]
  const onRow = (level: 'refused' | 'noted') => (told: (typeof left)[number]) => ({
    row: read.rowOf.get(told.item.assetKey) ?? 0,
    level,
    says: [told.says],
  })
  return {
    id: upload.id,
    fileName: upload.fileName,
    day: listing.day,
    sheets: [...read.sheets],
    sheet: read.sheet,
    headerRow: read.headerRow,
    headings: [...read.headings],
    sample: read.sample.map((row) => [...row]),
    mapping: read.mapping,
    remembered: read.isRemembered,
    costUnitDong: read.costUnitDong,
    ...(wanted.unitId !== undefined && { unitId: wanted.unitId }),
    complete: wanted.complete === true,
    ...read.counts,
    refused: read.counts.refused + left.length,
    noted: read.counts.noted + noted.length,
    items: read.items.length - left.length,
    problems: [
      ...read.problems.map(({ row, level, says }) => ({ row, level, says: [...says] })),
      ...left.slice(0, GONE_SHOWN).map(onRow('refused')),
      ...noted.slice(0, GONE_SHOWN).map(onRow('noted')),
    ].sort((one, other) => one.row - other.row),
    units: [...units],
    things: read.things.map((one) => ({ ...one })),
    added: added.length,
    changed: changed.length,
    same,
    gone: gone.length,
    goneItems: gone.slice(0, GONE_SHOWN).map(({ assetCode, name }) => ({ assetCode, name })),
  }
}
