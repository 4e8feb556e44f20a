/** Downloads exactly the view on screen, all its pages, as a workbook or as text. */
import type { Column } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { API } from '../../api/request.ts'
import { Menu } from '../../parts/menu.tsx'
import { pcListText } from '../../text/pc-list.ts'
import { type ListView, viewToExport } from './url-state.ts'

export function ExportMenu({ view, shown }: { view: ListView; shown: readonly Column[] }) {
  const say = useText(pcListText)
  const { language } = useLanguage()
  const keys = shown.map(({ key }) => key)
  const address = (format: string) => `${API}/pcs/export?${viewToExport(view, keys, format, language)}`
  return (
    <Menu label={say('export')}>
      <a href={address('xlsx')} download>
        {say('exportXlsx')}
      </a>
      <a href={address('csv')} download>
        {say('exportCsv')}
      </a>
      <p className="note">{say('exportNote')}</p>
    </Menu>
  )
}
