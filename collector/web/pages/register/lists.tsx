/** The list of a view of the register: assets with the PCs they are, PCs that are none, or pairs for a person to decide. */
import { useText } from '@somay/shared/react/language.tsx'
import type { RegisterView } from '@somay/shared/text/register.ts'
import { useRegister } from '../../api/register.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { partsText } from '../../text/parts.ts'
import { registerText } from '../../text/register.ts'
import { Doubts } from './doubts.tsx'
import { ItemTable } from './item-table.tsx'
import { PcTable } from './pc-table.tsx'
import { listParameters, type RegisterPageView } from './url-state.ts'

export function Lists({ view, tab }: { view: RegisterPageView; tab: RegisterView }) {
  const say = useText(registerText)
  const sayPart = useText(partsText)
  const list = useRegister(listParameters(view))
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      {list.error && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <p className="soft">{sayPart('loading')}</p>}
      {list.data && rows.length === 0 && <p className="soft">{say('none')}</p>}
      {rows.length > 0 && tab === 'doubtful' && <Doubts rows={rows} />}
      {rows.length > 0 && tab === 'unregistered' && <PcTable rows={rows} />}
      {rows.length > 0 && tab !== 'doubtful' && tab !== 'unregistered' && <ItemTable rows={rows} tab={tab} />}
      {list.hasNextPage && (
        <button type="button" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('more')}
        </button>
      )}
    </>
  )
}
