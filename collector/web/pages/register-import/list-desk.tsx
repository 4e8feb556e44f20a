/** A list as it is being put right: how it is read at the top, what it would change and what is wrong below. */
import type { ListImported, ListPreview, ListReading } from '@somay/shared/api/register.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { useDeed } from '../../api/deed.ts'
import { REGISTER_STALE, useListPreview } from '../../api/register.ts'
import { useAskBeforeLeaving } from '../../parts/ask-before-leaving.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { importText } from '../../text/register.ts'
import { ColumnsTable } from './columns-table.tsx'
import { Effects } from './effects.tsx'
import { ListUnits } from './list-units.tsx'
import { changedReading, type ReadingChange } from './mapping.ts'
import { Problems } from './problems.tsx'
import { ReadingFields } from './reading-fields.tsx'
import { Things } from './things.tsx'

type Props = { first: ListPreview; onDone: (imported: ListImported) => void }

export function ListDesk({ first, onDone }: Props) {
  const say = useText(importText)
  const [reading, read] = useState<ListReading>({})
  useAskBeforeLeaving(true)
  const answer = useListPreview(first.id, reading, first)
  const preview = answer.data ?? first
  const deed = useDeed<ListImported>(REGISTER_STALE, onDone)
  const change = (next: ReadingChange) => read(changedReading(reading, next))
  const isReady = preview.items > 0 && !answer.isFetching
  return (
    <>
      <ReadingFields preview={preview} onChange={change} />
      {answer.error && <ErrorPanel error={answer.error} />}
      <ColumnsTable preview={preview} onChange={change} />
      <ListUnits preview={preview} onChange={change} />
      <Things preview={preview} onChange={change} />
      <Effects preview={preview} isStale={answer.isFetching} />
      {deed.isError && <ErrorPanel error={deed.error} />}
      <div className="deeds">
        <button
          type="button"
          className="primary"
          disabled={!isReady || deed.isPending}
          onClick={() => deed.mutate({ method: 'POST', path: `/register/uploads/${first.id}/import`, body: reading })}
        >
          {say('doIt')}
        </button>
        {preview.items === 0 && <span className="soft">{say('nothing')}</span>}
      </div>
      <Problems preview={preview} reading={reading} />
    </>
  )
}
