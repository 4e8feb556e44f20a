/** Makes the name that is chosen the one that everybody's plans go by when they name none. */
import type { NewDefault } from '@somay/shared/api/policies.ts'
import { useText } from '@somay/shared/react/language.tsx'
import type { QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import { PLAN_KEY } from '../../api/plan.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { partsText } from '../../text/parts.ts'
import { planText } from '../../text/plan.ts'
import type { NamedVersion } from './version-choice.tsx'

type Props = {
  readonly title: string
  readonly path: '/policies/default' | '/price-books/default'
  readonly stale: QueryKey
  readonly version: NamedVersion
  readonly words: string
}

export function DefaultLine({ title, path, stale, version, words }: Props) {
  const say = useText(planText)
  const sayPart = useText(partsText)
  const [asking, setAsking] = useState(false)
  if (version.isDefault) return null
  const name = version.version === 0 ? words : version.name
  const body: NewDefault = { name: version.version === 0 ? null : version.name }
  return (
    <div className="changed-line">
      <button type="button" className="link" aria-label={`${title}: ${say('makeDefault', { name })}`} onClick={() => setAsking(true)}>
        {say('makeDefault', { name })}
      </button>
      {asking && (
        <AskDialog
          title={say('defaultTitle', { what: title })}
          doIt={sayPart('save')}
          deed={{ method: 'PUT', path, body }}
          stale={[stale, PLAN_KEY]}
          onClose={() => setAsking(false)}
        >
          <p>{say('defaultMeans', { name })}</p>
        </AskDialog>
      )}
    </div>
  )
}
