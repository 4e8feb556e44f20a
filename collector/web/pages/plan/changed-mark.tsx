/** Says that a field differs from the version chosen, what it was, and puts it back. */
import { useText } from '@somay/shared/react/language.tsx'
import { planText } from '../../text/plan.ts'

type Props = { readonly id: string; readonly field: string; readonly was: string; readonly onPutBack: () => void }

export function ChangedMark({ id, field, was, onPutBack }: Props) {
  const say = useText(planText)
  return (
    <p className="changed-mark">
      <span id={id}>{say('was', { value: was })}</span>{' '}
      <button type="button" className="link" aria-label={say('putBackField', { field, value: was })} onClick={onPutBack}>
        {say('putBack')}
      </button>
    </p>
  )
}
