/** Finds imports the table does not allow. */
import type { Import } from './imports.ts'
import type { Room } from './room.ts'

export type Sin = { readonly from: string; readonly target: string; readonly room: string; readonly because: string }

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

export function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  return rooms.filter((room) => within(file, room.folder)).sort((a, b) => b.folder.length - a.folder.length)[0]
}

function allows(room: Room, target: string, rooms: readonly Room[]): boolean {
  const home = roomOf(target, rooms)
  if (home === room) return true
  return room.may.some((allowed) => {
    if (allowed === 'node:') return target.startsWith('node:')
    return within(target, allowed)
  })
}

export function sinsIn(imports: readonly Import[], rooms: readonly Room[], typesOnly: Readonly<Record<string, readonly string[]>>): Sin[] {
  return imports.flatMap(({ from, target, typeOnly }) => {
    const room = roomOf(from, rooms)
    if (!room) return [{ from, target, room: '(none)', because: 'this file stands in no room of the table' }]
    const asType = (typesOnly[room.folder] ?? []).some((folder) => within(target, folder))
    if (asType && !typeOnly)
      return [{ from, target, room: room.folder, because: 'types only: the module would bring the schema library into the pages' }]
    return allows(room, target, rooms) ? [] : [{ from, target, room: room.folder, because: room.because }]
  })
}
