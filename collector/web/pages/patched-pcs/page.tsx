/** The PCs behind a figure of the patch page, with the conditions in words and a way to drop each. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { WITHHELD } from '@somay/shared/text/withheld.ts'
import { Link } from 'wouter'
import { usePatchedPcs } from '../../api/patches.ts'
import { useUnits } from '../../api/pcs.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { partsText } from '../../text/parts.ts'
import { patchesText } from '../../text/patches.ts'
import { figureParameters, PATCHES, patchParameters } from '../patches/url-state.ts'
import { usePatchView } from '../patches/use-patch-view.ts'
import { conditionWords } from './condition-words.ts'
import { PatchedTable } from './patched-table.tsx'

export function PatchedPcsPage() {
  const say = useText(patchesText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  const { view, show } = usePatchView()
  const parameters = patchParameters(view)
  const pcs = usePatchedPcs(parameters)
  const units = useUnits({ enabled: view.unit !== undefined })
  const rows = pcs.data?.pages.flatMap((page) => page.rows) ?? []
  const conditions = conditionWords(view, language)
  const where = units.data?.find(({ id }) => id === view.unit)?.name
  const title = [
    conditions.length === 0 ? say('everyPc') : conditions.map(({ words }) => words).join('; '),
    ...(view.on === undefined ? [] : [say('onDay', { day: formatDay(view.on) })]),
    where ?? say('everywhere'),
  ].join(', ')
  usePageTitle(title)
  const back = figureParameters(view)
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{title}</h1>
        <span className="fill" />
        <Link href={back === '' ? PATCHES : `${PATCHES}?${back}`}>{say('back')}</Link>
        <FileMenu path="/patches/pcs/export" parameters={parameters} isList />
      </div>
      {conditions.length > 0 && (
        <ul className="chips plan-chips" aria-label={say('pcs')}>
          {conditions.map(({ condition, words }) => (
            <li key={condition} className="chip">
              <span>{words}</span>
              <button
                type="button"
                className="chip-remove"
                aria-label={`${say('loosen')}: ${words}`}
                onClick={() => show({ ...view, [condition]: undefined })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {pcs.error && <ErrorPanel error={pcs.error} onRetry={() => void pcs.refetch()} />}
      {pcs.data?.pages[0]?.withheld && <p className="note">{WITHHELD[language]}</p>}
      {pcs.isPending && <p className="soft">{sayPart('loading')}</p>}
      {pcs.data && rows.length === 0 && <p className="soft">{say('nobody')}</p>}
      {rows.length > 0 && <PatchedTable rows={rows} title={title} />}
      {pcs.hasNextPage && (
        <button type="button" disabled={pcs.isFetchingNextPage} onClick={() => void pcs.fetchNextPage()}>
          {say('more')}
        </button>
      )}
    </div>
  )
}
