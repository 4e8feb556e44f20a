/** The terms in which the plans differ, in the words of their files. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { scenariosText } from '../../text/scenarios.ts'
import { differingTerms } from './compared.ts'
import type { NamedColumn } from './compared-figures.tsx'

export function ComparedTerms({ columns }: { readonly columns: readonly NamedColumn[] }) {
  const say = useText(scenariosText)
  const { language } = useLanguage()
  const lines = differingTerms(columns, language)
  return (
    <div className="plan-section">
      <h3>{say('differs')}</h3>
      {lines.length === 0 ? (
        <p className="soft">{say('sameTerms')}</p>
      ) : (
        <div className="count-frame">
          <table className="count-table compared-table terms-compared">
            <caption className="visually-hidden">{say('differs')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('terms')}</th>
                {columns.map(({ name }, place) => (
                  <th key={`${place}`} scope="col">
                    <bdi>{name}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ label, texts }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {texts.map((text, place) => (
                    <td key={`${place}`}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
