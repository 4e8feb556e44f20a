/** The PCs behind a figure of a rollout: how it went on each, and why. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { Link } from 'wouter'
import { useUpdatedPcs } from '../../api/agent-updates.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { agentUpdatesText, pcUpdateWords, reasonWords } from '../../text/agent-updates.ts'
import { partsText } from '../../text/parts.ts'
import { AGENT_UPDATES, type ChosenPcs } from './url-state.ts'

export function PcsTable({ chosen: { version, state, parameters } }: { readonly chosen: ChosenPcs }) {
  const say = useText(agentUpdatesText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  const { data, error, isPending, refetch } = useUpdatedPcs(parameters)
  return (
    <section>
      <div className="as-of-line">
        <h2>
          {say('pcsTitle', { version })}: {state === undefined ? say('anyState') : pcUpdateWords[state][language]}
        </h2>
        <Link href={AGENT_UPDATES}>{say('close')}</Link>
      </div>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending && <p className="soft">{sayPart('loading')}</p>}
      {data?.pcs.length === 0 && <p className="soft">{say('noPcs')}</p>}
      {data !== undefined && data.pcs.length > 0 && (
        <div className="count-frame">
          <table className="count-table plain-rows">
            <caption className="visually-hidden">{say('pcsTitle', { version })}</caption>
            <thead>
              <tr>
                {(['pc', 'unit', 'state', 'reason', 'when'] as const).map((heading) => (
                  <th key={heading} scope="col">
                    {say(heading)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.pcs.map((pc) => (
                <tr key={pc.pcId}>
                  <th scope="row">
                    <Link href={`/pcs/${pc.pcId}`}>
                      <bdi>{pc.name}</bdi>
                    </Link>
                  </th>
                  <td>
                    <bdi>{pc.unit}</bdi>
                  </td>
                  <td>{pcUpdateWords[pc.state][language]}</td>
                  <td>
                    {pc.reason === undefined ? '–' : (reasonWords[pc.reason]?.[language] ?? pc.reason)}
                    {pc.detail !== undefined && <p className="soft">{pc.detail}</p>}
                  </td>
                  <td>{formatDateTime(pc.at, currentTimeZone())}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data?.more === true && <p className="note">{say('morePcs')}</p>}
    </section>
  )
}
