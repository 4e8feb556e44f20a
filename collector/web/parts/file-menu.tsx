/** What the page shows, as a file: a table for a spreadsheet, and where it is one, an official document. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { API } from '../api/request.ts'
import { partsText } from '../text/parts.ts'
import { Menu } from './menu.tsx'

/** `path` is the collector's, `parameters` those of the page without format and language; a list is no document. */
export function FileMenu({ path, parameters, isList = false }: { path: string; parameters: string; isList?: boolean }) {
  const say = useText(partsText)
  const { language } = useLanguage()
  const address = (format: string) => `${API}${path}?${parameters === '' ? '' : `${parameters}&`}format=${format}&language=${language}`
  return (
    <Menu label={say('export')}>
      <a href={address('xlsx')} download>
        {say('exportXlsx')}
      </a>
      <a href={address('csv')} download>
        {say('exportCsv')}
      </a>
      {!isList && (
        <a href={address('docx')} download>
          {say('exportDocx')}
        </a>
      )}
    </Menu>
  )
}
