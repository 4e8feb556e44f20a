/** Where the table will stand, while its first rows are on the way. */
import { useText } from '@somay/shared/react/language.tsx'
import { partsText } from '../../text/parts.ts'

const ROWS = Array.from({ length: 16 }, (_, place) => `row-${place}`)

export function SkeletonTable() {
  const say = useText(partsText)
  return (
    <div className="table-frame skeleton" role="status">
      <span className="visually-hidden">{say('loading')}</span>
      {ROWS.map((row) => (
        <div key={row} aria-hidden="true" />
      ))}
    </div>
  )
}
