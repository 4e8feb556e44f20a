/** How many PCs can go to Windows 11, how many cannot and for what, and of how many that cannot be told; each with its list. */
import type { Patches } from '@somay/shared/api/patches.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { HINDRANCES, type Hindrance, WINDOWS_11_STATES, type Windows11State } from '@somay/shared/text/windows-11.ts'
import { Fragment } from 'react'
import { patchesText } from '../../text/patches.ts'
import { PatchFigure } from './figure.tsx'
import type { PatchView } from './url-state.ts'

const STATES = Object.keys(WINDOWS_11_STATES) as readonly Windows11State[]
const HINDERS = Object.keys(HINDRANCES) as readonly Hindrance[]

type Props = { readonly patches: Patches; readonly view: PatchView }

export function Windows11Line({ patches, view }: Props) {
  const say = useText(patchesText)
  const { language } = useLanguage()
  return (
    <p>
      {say('windows11')}:{' '}
      {STATES.map((state, place) => {
        const word = WINDOWS_11_STATES[state][language]
        const count = patches.total.windows11[state]
        return (
          <Fragment key={state}>
            {place > 0 && ' · '}
            {word} <PatchFigure count={count} view={{ ...view, windows11: state }} label={`${say('windows11')}: ${word}`} />
            {state === 'not-ready' && count > 0 && <Hindrances patches={patches} view={view} />}
          </Fragment>
        )
      })}
    </p>
  )
}

function Hindrances({ patches: { hindered }, view }: Props) {
  const say = useText(patchesText)
  const { language } = useLanguage()
  const found = HINDERS.filter((hinder) => hindered[hinder] > 0)
  return (
    <span className="soft">
      {' '}
      ({say('hindered')}{' '}
      {found.map((hinder, place) => {
        const word = HINDRANCES[hinder][language]
        return (
          <Fragment key={hinder}>
            {place > 0 && ', '}
            {word} <PatchFigure count={hindered[hinder]} view={{ ...view, hinder }} label={`${say('hinder')}: ${word}`} />
          </Fragment>
        )
      })}
      )
    </span>
  )
}
