/** How many fields differ from the version chosen, with the way back for all of them and the way to keep them. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { planText } from '../../text/plan.ts'

type Props = {
  readonly changed: number
  readonly onPutBack: () => void
  readonly onSave: (() => void) | undefined
  readonly saveLabel: string
}

export function ChangedLine({ changed, onPutBack, onSave, saveLabel }: Props) {
  const say = useText(planText)
  const { language } = useLanguage()
  if (changed === 0 && !onSave) return null
  return (
    <div className="changed-line">
      {changed > 0 && (
        <>
          <span>{changed === 1 ? say('changedOne') : say('changedMany', { count: formatNumber(changed, language) })}</span>{' '}
          <button type="button" className="link" onClick={onPutBack}>
            {say('putBackAll')}
          </button>
        </>
      )}
      {onSave && (
        <button type="button" aria-label={`${saveLabel}: ${say('save')}`} onClick={onSave}>
          {say('save')}
        </button>
      )}
    </div>
  )
}
