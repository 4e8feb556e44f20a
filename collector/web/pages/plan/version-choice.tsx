/** Which version of a policy or price book a plan is made under. */
import { useText } from '@somay/shared/react/language.tsx'
import { useId } from 'react'
import { planText } from '../../text/plan.ts'

export type NamedVersion = { readonly id: number; readonly name: string; readonly version: number; readonly isDefault: boolean }

type Props<V extends NamedVersion> = {
  readonly label: string
  /** The latest made first. */
  readonly versions: readonly V[]
  readonly asked: string | undefined
  /** The version whose values are shown; undefined where there is none of the number asked for. */
  readonly shown: V | undefined
  readonly wordsOf: (version: V) => string
  readonly onChoose: (id: number) => void
}

export function VersionChoice<V extends NamedVersion>({ label, versions, asked, shown, wordsOf, onChoose }: Props<V>) {
  const say = useText(planText)
  const id = useId()
  return (
    <div className="term wide">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select id={id} value={shown?.id ?? asked ?? ''} onChange={({ target }) => onChoose(Number(target.value))}>
        {shown === undefined && <option value={asked}>{say('noSuch', { id: asked ?? '' })}</option>}
        {versions.map((one) => (
          <option key={one.id} value={one.id}>
            {one.isDefault ? say('isDefault', { version: wordsOf(one) }) : wordsOf(one)}
          </option>
        ))}
      </select>
    </div>
  )
}
