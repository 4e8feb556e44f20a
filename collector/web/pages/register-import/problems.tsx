/** What is wrong with the rows, by their numbers in the file. */
import type { ListPreview, ListReading } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useMutation } from '@tanstack/react-query'
import { requestFile } from '../../api/request.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { importText } from '../../text/register.ts'

const SHOWN = 200

export function Problems({ preview, reading }: { preview: ListPreview; reading: ListReading }) {
  const say = useText(importText)
  const { language } = useLanguage()
  const shown = preview.problems
    .slice(0, SHOWN)
    .map((problem) => ({ ...problem, text: problem.says.map((words) => words[language]).join('; ') }))
  const count = preview.refused + preview.noted
  const all = count + preview.skipped + preview.unclear + preview.gone
  if (all === 0) return null
  return (
    <section>
      <h2>{say('problems')}</h2>
      {count > shown.length && (
        <p className="soft">
          {say('problemsShown', { shown: formatNumber(shown.length, language), count: formatNumber(count, language) })}
        </p>
      )}
      <ProblemFiles preview={preview} reading={reading} />
      {shown.length > 0 && (
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
      )}
    </section>
  )
}

const FORMATS = { xlsx: 'exportXlsx', csv: 'exportCsv' } as const

/** All of them, those of rows that were left out too. */
function ProblemFiles({ preview, reading }: { preview: ListPreview; reading: ListReading }) {
  const say = useText(importText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  const fetching = useMutation({
    mutationFn: (format: keyof typeof FORMATS) =>
      requestFile(`/register/uploads/${preview.id}/problems?format=${format}&language=${language}`, { method: 'POST', body: reading }),
    onSuccess: (file, format) => save(file, `${language === 'vi' ? 'van-de-theo-dong' : 'problems'}.${format}`),
  })
  return (
    <>
      <p className="as-of-line">
        <span>{say('allProblems')}</span>
        {(['xlsx', 'csv'] as const).map((format) => (
          <button key={format} type="button" disabled={fetching.isPending} onClick={() => fetching.mutate(format)}>
            {sayPart(FORMATS[format])}
          </button>
        ))}
      </p>
      {fetching.isError && <ErrorPanel error={fetching.error} />}
    </>
  )
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
