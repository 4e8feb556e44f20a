/** What somebody should look at: PCs that must not be connected and reported, PCs that shared a key, units that fell silent; nothing where there is nothing. */
import type { Alerts as AlertsAnswer } from '@somay/shared/api/alerts.ts'
import type { Counts } from '@somay/shared/api/counts.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { useAlerts } from '../../api/counts.ts'
import { countsText } from '../../text/counts.ts'
import { BackupAlert } from './backup-alert.tsx'
import { FigureLink } from './figure-link.tsx'
import { silentUnits } from './silent-units.ts'
import { type CountView, OVERVIEW, pageParameters } from './url-state.ts'

export function Alerts({ counts, view }: { counts: Counts; view: CountView }) {
  const say = useText(countsText)
  const { language } = useLanguage()
  const { data } = useAlerts()
  const silent = silentUnits(counts.rows)
  const backup = data?.backup?.state === 'good' ? undefined : data?.backup
  if (
    silent.shown.length === 0 &&
    backup === undefined &&
    (data?.exemptReported.count ?? 0) === 0 &&
    (data?.clones.count ?? 0) === 0 &&
    (data?.questions ?? 0) === 0
  )
    return null
  return (
    <section className="alerts" aria-labelledby="alerts-title">
      <h2 id="alerts-title">{say('alerts')}</h2>
      <ul>
        {backup && <BackupAlert backup={backup} />}
        {data && <Found found={data.exemptReported} one="exemptReportedOne" many="exemptReportedMany" />}
        {data && <Found found={data.clones} one="clonesOne" many="clonesMany" />}
        {data?.questions !== undefined && data.questions > 0 && (
          <li>
            <Link href="/identity">
              {data.questions === 1 ? say('questionsOne') : say('questionsMany', { count: formatNumber(data.questions, language) })}
            </Link>
          </li>
        )}
        {silent.shown.map((row) => (
          <li key={row.unitId}>
            {say('silentUnit', { unit: row.name })}{' '}
            <FigureLink
              count={row.figures.silent}
              view={{ ...view, asOf: counts.asOf, unit: row.unitId }}
              figure={{ states: ['silent'], blocks: [] }}
              label={row.name}
            />
          </li>
        ))}
        {silent.more > 0 && (
          <li>
            <Link href={`${OVERVIEW}?${pageParameters({ ...view, order: 'need' })}`}>
              {silent.more === 1 ? say('silentMoreOne') : say('silentMoreMany', { count: formatNumber(silent.more, language) })}
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}

type FoundProps = { found: AlertsAnswer['clones']; one: keyof typeof countsText; many: keyof typeof countsText }

function Found({ found: { count, pcs }, one, many }: FoundProps) {
  const say = useText(countsText)
  const { language } = useLanguage()
  if (count === 0) return null
  return (
    <li>
      {count === 1 ? say(one) : say(many, { count: formatNumber(count, language) })}{' '}
      {pcs.map(({ id, name, unit }, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <Link href={`/pcs/${id}`}>
            <bdi>{name}</bdi>
          </Link>{' '}
          <span className="soft">
            (<bdi>{unit}</bdi>)
          </span>
        </span>
      ))}
      {count > pcs.length && ' …'}
    </li>
  )
}
