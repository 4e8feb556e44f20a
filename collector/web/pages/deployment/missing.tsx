/** What the register has of the unit and nobody heard of: how many, the first of them, and the list of all. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { CHASSIS_KINDS } from '@somay/shared/text/choices.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useId } from 'react'
import { Link } from 'wouter'
import { useRegister, useRegisterSummary } from '../../api/register.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { deploymentText } from '../../text/deployment.ts'
import { partsText } from '../../text/parts.ts'
import { registerText } from '../../text/register.ts'
import { listParameters, registerAddress } from '../register/url-state.ts'

const FIRST = 10

export function Missing({ unit }: { unit: number | undefined }) {
  const say = useText(deploymentText)
  const sayPart = useText(partsText)
  const sayRegister = useText(registerText)
  const { language } = useLanguage()
  const id = useId()
  const view = { tab: 'register-only', unit, q: '' } as const
  const summary = useRegisterSummary(unit)
  const list = useRegister(`${listParameters(view)}&limit=${FIRST}`)
  const rows = list.data?.pages[0]?.rows ?? []
  const booked = summary.data?.views.all
  const missing = summary.data?.views['register-only']
  const error = summary.error ?? list.error
  const number = (count: number) => formatNumber(count, language)
  return (
    <section aria-labelledby={id}>
      <div className="as-of-line">
        <h2 id={id}>{say('missing')}</h2>
      </div>
      <p className="soft">
        {summary.isPending && !error && sayPart('loading')}
        {booked === 0 && say('registerEmpty')}
        {booked !== undefined && booked > 0 && missing === 0 && say('nothingMissing', { booked: number(booked) })}
        {booked !== undefined &&
          missing !== undefined &&
          missing > 0 &&
          say('missingSum', { missing: number(missing), booked: number(booked) })}
      </p>
      {error && (
        <ErrorPanel
          error={error}
          onRetry={() => {
            void summary.refetch()
            void list.refetch()
          }}
        />
      )}
      {rows.length > 0 && (
        <div className="count-frame">
          <table className="count-table plain-rows narrow-table">
            <caption className="visually-hidden">{say('missing')}</caption>
            <thead>
              <tr>
                <th scope="col">{sayRegister('assetCode')}</th>
                <th scope="col">{sayRegister('name')}</th>
                <th scope="col">{sayRegister('kind')}</th>
                {unit === undefined && <th scope="col">{sayRegister('unit')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ item }) => (
                <tr key={item?.id}>
                  <th scope="row">
                    <bdi>{item?.assetCode}</bdi>
                  </th>
                  <td>
                    <bdi>{item?.name}</bdi>
                  </td>
                  <td>{item?.kind ? CHASSIS_KINDS[item.kind][language] : <span className="soft">{sayRegister('notTold')}</span>}</td>
                  {unit === undefined && <td>{item?.unit}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {missing !== undefined && missing > 0 && (
        <p>
          <Link href={registerAddress(view)}>{say('allMissing', { missing: number(missing) })}</Link>
        </p>
      )}
    </section>
  )
}
