/** By unit what the books say and what was found; every figure opens its list. */
import type { Reconciliation } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { useReconciliation } from '../../api/register.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { registerText } from '../../text/register.ts'
import { totalOf } from './totals.ts'
import { type RegisterPageView, registerAddress } from './url-state.ts'

type Row = Reconciliation['rows'][number]
type Figure = 'booked' | 'cost' | 'found' | 'matched' | 'elsewhere' | 'unregistered' | 'missing' | 'exempt'

const FIGURES: readonly Figure[] = ['booked', 'cost', 'found', 'matched', 'elsewhere', 'unregistered', 'missing', 'exempt']
const DONG_PER_MILLION = 1_000_000

export function ReconciliationTable({ view }: { view: RegisterPageView }) {
  const say = useText(registerText)
  const sayPart = useText(partsText)
  const sums = useReconciliation(view.unit)
  const rows = sums.data?.rows ?? []
  return (
    <>
      {sums.error && <ErrorPanel error={sums.error} onRetry={() => void sums.refetch()} />}
      {sums.isPending && <p className="soft">{sayPart('loading')}</p>}
      {rows.length > 0 && (
        <div className="count-frame">
          <table className="count-table">
            <caption className="visually-hidden">{say('reconciliation')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('unit')}</th>
                {FIGURES.map((figure) => (
                  <th key={figure} scope="col" className="number">
                    {say(figure)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <UnitRow key={row.unitId} row={row} name={row.name} view={{ ...view, unit: row.unitId }} />
              ))}
            </tbody>
            <tfoot>
              <UnitRow row={totalOf(rows)} name={say('total')} view={view} />
            </tfoot>
          </table>
        </div>
      )}
    </>
  )
}

type Sums = Omit<Row, 'unitId' | 'name' | 'block'>

function UnitRow({ row, name, view }: { row: Sums; name: string; view: RegisterPageView }) {
  const say = useText(registerText)
  const { language } = useLanguage()
  const number = (count: number) => formatNumber(count, language)
  const list = (tab: RegisterPageView['tab'], count: number) =>
    count === 0 ? '0' : <Link href={registerAddress({ ...view, tab, q: '' })}>{number(count)}</Link>
  const cost = formatNumber(row.costDong / DONG_PER_MILLION, language, 1)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{list('all', row.booked)}</td>
      <td className="number">
        {/* Before the figure, so that the figures of the column end in one line. */}
        {row.costUnknown > 0 && <span className="soft">({say('costUnknown', { count: number(row.costUnknown) })}) </span>}
        {cost}
      </td>
      <td className="number">{number(row.found)}</td>
      <td className="number">{number(row.matched)}</td>
      <td className="number">{number(row.elsewhere)}</td>
      <td className="number">{list('unregistered', row.unregistered)}</td>
      <td className="number">{list('register-only', row.missing - row.exempt)}</td>
      <td className="number">{number(row.exempt)}</td>
    </tr>
  )
}
