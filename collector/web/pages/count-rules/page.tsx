/** The rule by which PCs are counted, in all its versions; administrators make another. */
import type { CountRules } from '@somay/shared/api/count-rules.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useState } from 'react'
import { useCountRules } from '../../api/counts.ts'
import { usePermission } from '../../api/session.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { AdministrationLinks } from '../../parts/administration-links.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { countRulesText } from '../../text/count-rules.ts'
import { partsText } from '../../text/parts.ts'
import { NewRuleDialog } from './new-rule.tsx'

export function CountRulesPage() {
  const say = useText(countRulesText)
  const sayPart = useText(partsText)
  usePageTitle(say('title'))
  const rules = useCountRules()
  const mayMake = usePermission('manage-count-rules')
  const [making, make] = useState(false)
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <AdministrationLinks />
        <span className="fill" />
        {mayMake && rules.data && (
          <button type="button" className="primary" onClick={() => make(true)}>
            {say('make')}
          </button>
        )}
      </div>
      <p className="note">{say('means')}</p>
      {rules.error && <ErrorPanel error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <p className="soft">{sayPart('loading')}</p>}
      {rules.data && <VersionTable rules={rules.data} />}
      {making && rules.data && <NewRuleDialog rules={rules.data} onClose={() => make(false)} />}
    </div>
  )
}

function VersionTable({ rules: { versions, current } }: { rules: CountRules }) {
  const say = useText(countRulesText)
  const { language } = useLanguage()
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{say('title')}</caption>
        <thead>
          <tr>
            {(['version', 'fromDay', 'windowDays', 'silentDays', 'blocks', 'who', 'at'] as const).map((heading) => (
              <th key={heading} scope="col" className={heading.endsWith('Days') ? 'number' : undefined}>
                {say(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, fromDay, replacedBy, windowDays, silentDays, blocks, who, at }) => (
            <tr key={version} className={replacedBy === undefined ? undefined : 'soft'}>
              <th scope="row">
                {version} {version === current && <span className="soft">{say('current')}</span>}
              </th>
              <td>
                {fromDay === undefined ? say('begin') : formatDay(fromDay)}
                {replacedBy !== undefined && ` (${say('replaced', { version: String(replacedBy) })})`}
              </td>
              <td className="number">{formatNumber(windowDays, language)}</td>
              <td className="number">{formatNumber(silentDays, language)}</td>
              <td>{blocks.map((block) => `${block}. ${choiceText(BLOCKS, block, language)}`).join(', ')}</td>
              <td>{who === undefined ? say('builtIn') : <bdi>{who}</bdi>}</td>
              <td>{at === undefined ? '–' : formatDateTime(at, currentTimeZone())}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
