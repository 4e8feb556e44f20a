/** Which version of a policy or price book a plan is made under. */
import { useText } from '@somay/shared/react/language.tsx'
import { useId } from 'react'
import { planText } from '../../text/plan.ts'

export type NamedVersion = { readonly id: number; readonly name: string; readonly version: number }

type Props<V extends NamedVersion> = {
  readonly label: string
  /** The latest made first. */
  readonly versions: readonly V[]
  readonly asked: string | undefined
  readonly wordsOf: (version: V) => string
  readonly onChoose: (id: number) => void
}

export function VersionChoice<V extends NamedVersion>({ label, versions, asked, wordsOf, onChoose }: Props<V>) {
  const say = useText(planText)
  const id = useId()
  const isKnown = asked === undefined || versions.some((one) => String(one.id) === asked)
  return (
    <div className="term wide">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select id={id} value={asked ?? versions[0]?.id ?? ''} onChange={({ target }) => onChoose(Number(target.value))}>
        {!isKnown && <option value={asked}>{say('noSuch', { id: asked ?? '' })}</option>}
        {versions.map((one) => (
          <option key={one.id} value={one.id}>
            {wordsOf(one)}
          </option>
        ))}
      </select>
    </div>
  )
}
