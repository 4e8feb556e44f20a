/** Where one is logged in, with a way to end each. */
import type { OwnSession } from '@somay/shared/api/account.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { ACCOUNT_KEY } from '../../api/administration.ts'
import { useDeed } from '../../api/deed.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { accountText } from '../../text/account.ts'

export function OwnSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const say = useText(accountText)
  const zone = currentTimeZone()
  const deed = useDeed<undefined>([ACCOUNT_KEY])
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{say('sessions')}</h2>
      <p className="note">{say('sessionsNote')}</p>
      {deed.isError && <ErrorPanel error={deed.error} />}
      <div className="count-frame">
        <table className="count-table plain-rows">
          <caption className="visually-hidden">{say('sessions')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('begun')}</th>
              <th scope="col">{say('address')}</th>
              <th scope="col">{say('browser')}</th>
              <th scope="col">{say('ends')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, begunAt, address, browser, endsAt, current }) => (
              <tr key={id}>
                <th scope="row">{formatDateTime(begunAt, zone)}</th>
                <td>{address || '–'}</td>
                <td className="browser">
                  <bdi>{browser || '–'}</bdi>
                </td>
                <td>{formatDateTime(endsAt, zone)}</td>
                <td>
                  {current ? (
                    say('thisOne')
                  ) : (
                    <button type="button" onClick={() => deed.mutate({ method: 'DELETE', path: `/account/sessions/${id}` })}>
                      {say('endSession')} <span className="visually-hidden">{formatDateTime(begunAt, zone)}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
