/** What is wrong with the rows, by their numbers in the file. */
import type { ListPreview } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { importText } from '../../text/register.ts'

const SHOWN = 200

export function Problems({ preview }: { preview: ListPreview }) {
  const say = useText(importText)
  const { language } = useLanguage()
  const shown = preview.problems
    .slice(0, SHOWN)
    .map((problem) => ({ ...problem, text: problem.says.map((words) => words[language]).join('; ') }))
  const count = preview.refused + preview.noted
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{say('problems')}</h2>
      {count > shown.length && (
        <p className="soft">
          {say('problemsShown', { shown: formatNumber(shown.length, language), count: formatNumber(count, language) })}
        </p>
      )}
      <div className="count-frame">
        <table className="count-table plain-rows">
          <caption className="visually-hidden">{say('problems')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('row')}</th>
              <th scope="col">{say('says')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, level, text }) => (
              <tr key={`${row} ${level} ${text}`}>
                <th scope="row">{row === 0 ? '–' : formatNumber(row, language)}</th>
                <td>{text}</td>
                <td>{say(level === 'refused' ? 'isRefused' : 'isNoted')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
