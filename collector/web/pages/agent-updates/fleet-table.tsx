/** Which versions of the agent run on how many PCs, by the kind of their package. */
import type { FleetVersion } from '@somay/shared/api/agent-updates.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { agentUpdatesText, kindWords } from '../../text/agent-updates.ts'

export function FleetTable({ fleet }: { readonly fleet: readonly FleetVersion[] }) {
  const say = useText(agentUpdatesText)
  const { language } = useLanguage()
  return (
    <section>
      <h2>{say('fleet')}</h2>
      {fleet.length === 0 ? (
        <p className="soft">{say('noFleet')}</p>
      ) : (
        <div className="count-frame">
          <table className="count-table plain-rows">
            <caption className="visually-hidden">{say('fleet')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('version')}</th>
                <th scope="col">{say('kind')}</th>
                <th scope="col" className="number">
                  {say('pcs')}
                </th>
              </tr>
            </thead>
            <tbody>
              {fleet.map(({ kind, version, pcs }) => (
                <tr key={`${kind} ${version}`}>
                  <th scope="row">{version}</th>
                  <td className={kind === undefined ? 'soft' : undefined}>
                    {kind === undefined ? say('noKind') : (kindWords[kind]?.[language] ?? kind)}
                  </td>
                  <td className="number">{formatNumber(pcs, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
