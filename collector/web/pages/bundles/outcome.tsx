/** What became of one file: a word, with a mark where it matters, and the sentence that belongs to it. */
import type { ImportedBundle } from '@somay/shared/api/bundles.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { bundleStateText, bundlesText } from '../../text/bundles.ts'
import { refusalWords } from './refusal-words.ts'
import type { Refusal, RowState } from './rows.ts'

export function Outcome({ state }: { state: RowState }) {
  const say = useText(bundleStateText)
  const sayMore = useText(bundlesText)
  switch (state.kind) {
    case 'waiting':
      return <span className="soft">{say('waiting')}</span>
    case 'sending':
      return <>{say('sending')}…</>
    case 'unit-needed':
      return (
        <>
          <span className="state state-attention">{say('unit-needed')}</span> <span className="why">· {sayMore('unknownPc')}</span>
        </>
      )
    case 'imported':
      return (
        <>
          <span className="state state-good">{say('imported')}</span> <Difference imported={state.imported} />
        </>
      )
    case 'refused':
      return (
        <>
          <span className="state state-bad">{say('refused')}</span> · <Why refusal={state.refusal} />
        </>
      )
  }
}

/** What is special about it; a known PC's next bundle needs no words. */
function Difference({ imported: { isNew, isOlder, repeated } }: { imported: ImportedBundle }) {
  const say = useText(bundlesText)
  const key = repeated ? 'repeated' : isNew ? 'newPc' : isOlder ? 'older' : undefined
  return key && <span className="why">· {say(key)}</span>
}

function Why({ refusal }: { refusal: Refusal }) {
  const { language } = useLanguage()
  const { says, todo } = refusalWords(refusal, language)
  return (
    <>
      {says}
      <span className="why refusal-todo">
        {todo} <code>{refusal.code}</code>
        {refusal.detail !== undefined && <bdi> {refusal.detail}</bdi>}
      </span>
    </>
  )
}
