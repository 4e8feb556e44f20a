/** Names of what is left out of the register: those that may be PCs, for a person to say; below, what was passed over as none. */
import type { ListPreview } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { importText } from '../../text/register.ts'
import type { ReadingChange } from './mapping.ts'

type Props = { preview: ListPreview; onChange: (change: ReadingChange) => void }
type Thing = ListPreview['things'][number]

const SHOWN = 100

export function Things({ preview: { things }, onChange }: Props) {
  const say = useText(importText)
  const { language } = useLanguage()
  const asked = things.filter(({ outcome }) => outcome !== 'skipped')
  const skipped = things.filter(({ outcome }) => outcome === 'skipped')
  if (things.length === 0) return null
  const tell = (told: readonly Thing[], isPc: boolean) => {
    const texts = new Set(told.map(({ text }) => text))
    const standing = things.filter(({ text, outcome }) => !texts.has(text) && (outcome === 'pc' || outcome === 'no-pc'))
    onChange({
      pcs: [...standing.map(({ text, outcome }) => ({ text, isPc: outcome === 'pc' })), ...told.map(({ text }) => ({ text, isPc }))],
    })
  }
  const unclear = asked.filter(({ outcome }) => outcome === 'unclear')
  return (
    <section className="alerts" aria-labelledby="list-things">
      <h2 id="list-things">{say('things')}</h2>
      {asked.length > 0 && <p className="note">{say('thingsMean')}</p>}
      <Names things={asked} onTell={(thing, isPc) => tell([thing], isPc)} />
      {unclear.length > 1 && (
        <div className="deeds">
          <button type="button" onClick={() => tell(unclear, true)}>
            {say('allPcs')}
          </button>
          <button type="button" onClick={() => tell(unclear, false)}>
            {say('noneIsPc')}
          </button>
        </div>
      )}
      {skipped.length > 0 && (
        <details>
          <summary>{say('skippedNames', { count: formatNumber(skipped.length, language) })}</summary>
          <Names things={skipped} onTell={(thing, isPc) => tell([thing], isPc)} />
        </details>
      )}
    </section>
  )
}

function Names({ things, onTell }: { things: readonly Thing[]; onTell: (thing: Thing, isPc: boolean) => void }) {
  const say = useText(importText)
  const { language } = useLanguage()
  const is = ({ outcome }: Thing, isPc: boolean) => (isPc ? outcome === 'pc' : outcome === 'no-pc' || outcome === 'skipped')
  return (
    <>
      <ul className="list-units">
        {things.slice(0, SHOWN).map((thing) => (
          <li key={thing.text}>
            <fieldset className="as-of-line">
              <legend>
                <bdi>{thing.text}</bdi> <span className="soft">({say('unitRows', { count: formatNumber(thing.rows, language) })})</span>
              </legend>
              {[true, false].map((isPc) => (
                <label key={String(isPc)} className="check">
                  <input type="radio" checked={is(thing, isPc)} onChange={() => onTell(thing, isPc)} /> {say(isPc ? 'isPc' : 'isNoPc')}
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
      {things.length > SHOWN && <p className="soft">{say('moreNames', { count: formatNumber(things.length - SHOWN, language) })}</p>}
    </>
  )
}
