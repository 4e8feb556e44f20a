/** The files of this visit, one row each: what became of it, of which PC it was, when it was made and who carried it. */

import { useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { memo } from 'react'
import { Link } from 'wouter'
import { currentTimeZone } from '../../display/time-zone.ts'
import { bundlesText } from '../../text/bundles.ts'
import { Outcome } from './outcome.tsx'
import type { Row } from './rows.ts'

type Props = { rows: readonly Row[]; userName: string; onRemove: (id: number) => void }

export function FileTable({ rows, userName, onRemove }: Props) {
  const say = useText(bundlesText)
  return (
    <div className="bundle-frame">
      <table className="bundle-table file-table">
        <caption className="visually-hidden">{say('handedIn')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('file')}</th>
            <th scope="col">{say('outcome')}</th>
            <th scope="col">{say('pc')}</th>
            <th scope="col">{say('madeAt')}</th>
            <th scope="col">{say('carriedBy')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FileRow key={row.id} row={row} userName={userName} onRemove={onRemove} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = { row: Row; userName: string; onRemove: (id: number) => void }

// Memoised: one file after the other changes its state, and a weak PC must not draw hundreds of rows for each.
const FileRow = memo(function FileRow({ row: { id, fileName, state, order }, userName, onRemove }: RowProps) {
  const say = useText(bundlesText)
  const imported = state.kind === 'imported' ? state.imported : undefined
  return (
    <tr>
      <th scope="row" title={fileName}>
        <bdi>{fileName}</bdi>
      </th>
      <td className="outcome">
        <Outcome state={state} />
      </td>
      <td title={imported?.hostName}>
        {imported && (
          <Link href={`/pcs/${imported.pcId}`}>
            <bdi>{imported.hostName}</bdi>
          </Link>
        )}
      </td>
      <td>{imported && formatDateTime(imported.madeAt, currentTimeZone())}</td>
      <td title={order?.carriedBy}>{order && <bdi>{order.carriedBy || userName}</bdi>}</td>
      <td className="number">
        {state.kind !== 'sending' && (
          <button type="button" className="quiet" aria-label={say('removeFile', { file: fileName })} onClick={() => onRemove(id)}>
            {say('remove')}
          </button>
        )}
      </td>
    </tr>
  )
})
