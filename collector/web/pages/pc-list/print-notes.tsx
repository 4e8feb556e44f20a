/** Under the list on paper: why values are unknown, by the marks in its cells, and where the rest of the list is. */
import type { Column, PcList } from '@somay/shared/api/pcs.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { ReasonNotes } from '../../parts/reason-notes.tsx'
import { pcListText } from '../../text/pc-list.ts'
import { reasonsShown } from './reasons-shown.ts'

export function PrintNotes({ list, columns }: { list: PcList; columns: readonly Column[] }) {
  const say = useText(pcListText)
  return <ReasonNotes reasons={reasonsShown(list, columns)} rest={list.rows.length < list.total ? say('printRest') : undefined} />
}
