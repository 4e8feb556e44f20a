/** What the list would change, in numbers, and what it would write off by name. */
import type { ListPreview } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { importText } from '../../text/register.ts'

const KINDS = ['added', 'changed', 'same', 'gone', 'skipped', 'unclear', 'between', 'refused', 'noted'] as const
/** Of these it says something only where there are any. */
const RARE: readonly string[] = ['between']

export function Effects({ preview, isStale }: { preview: ListPreview; isStale: boolean }) {
  const say = useText(importText)
  const { language } = useLanguage()
  return (
    <section aria-busy={isStale}>
      <h2>{say('effects')}</h2>
      <ul className="states" aria-live="polite">
        {KINDS.filter((kind) => preview[kind] > 0 || !RARE.includes(kind)).map((kind) => (
          <li key={kind}>
            <b>{formatNumber(preview[kind], language)}</b> {say(kind)}
          </li>
        ))}
      </ul>
      {preview.goneItems.length > 0 && (
        <details>
          <summary>{say('goneItems')}</summary>
          <ul>
            {preview.goneItems.map(({ assetCode, name }) => (
              <li key={assetCode}>
                <bdi>{assetCode}</bdi> · <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
