/** The identity desk: pairs of PCs that may be one, side by side, and what was merged. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useClones, useMerges, useQuestions } from '../../api/identity.ts'
import { AdministrationLinks } from '../../parts/administration-links.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { identityText } from '../../text/identity.ts'
import { partsText } from '../../text/parts.ts'
import { CloneTable } from './clone-table.tsx'
import { MergeTable } from './merge-table.tsx'
import { Pair } from './pair.tsx'

export function IdentityPage() {
  const say = useText(identityText)
  const sayPart = useText(partsText)
  const { language } = useLanguage()
  usePageTitle(say('title'))
  const questions = useQuestions()
  const merges = useMerges()
  const clones = useClones()
  const { count = 0, questions: shown = [] } = questions.data ?? {}
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        {count > 0 && (
          <span className="soft">{count === 1 ? say('countOne') : say('count', { count: formatNumber(count, language) })}</span>
        )}
        {count > shown.length && <span className="soft">({say('shown', { count: formatNumber(shown.length, language) })})</span>}
        <AdministrationLinks />
      </div>
      <p className="note">{say('means')}</p>
      {questions.error && <ErrorPanel error={questions.error} onRetry={() => void questions.refetch()} />}
      {(questions.isPending || merges.isPending) && <p className="soft">{sayPart('loading')}</p>}
      {questions.data && count === 0 && <p>{say('none')}</p>}
      {shown.map((question) => (
        <Pair key={`${question.one.id} ${question.other.id}`} question={question} />
      ))}
      <h2>{say('clones')}</h2>
      <p className="note">{say('clonesMean')}</p>
      {clones.error && <ErrorPanel error={clones.error} onRetry={() => void clones.refetch()} />}
      {clones.data && (clones.data.count === 0 ? <p className="soft">{say('noClones')}</p> : <CloneTable clones={clones.data.clones} />)}
      {clones.data && clones.data.count > clones.data.clones.length && (
        <p className="soft">
          {say('clonesShown', {
            shown: formatNumber(clones.data.clones.length, language),
            count: formatNumber(clones.data.count, language),
          })}
        </p>
      )}
      <h2>{say('merges')}</h2>
      {merges.error && <ErrorPanel error={merges.error} onRetry={() => void merges.refetch()} />}
      {merges.data && (merges.data.length === 0 ? <p className="soft">{say('noMerges')}</p> : <MergeTable merges={merges.data} />)}
    </div>
  )
}
