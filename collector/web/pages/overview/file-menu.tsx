/** The same figures or PCs as a file. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { API } from '../../api/request.ts'
import { Menu } from '../../parts/menu.tsx'
import { countsText } from '../../text/counts.ts'

/** `path` is the collector's, without format and language; a list of PCs is no document. */
export function FileMenu({ path, parameters, isList = false }: { path: string; parameters: string; isList?: boolean }) {
  const say = useText(countsText)
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
