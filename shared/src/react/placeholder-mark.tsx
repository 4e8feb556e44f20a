/** What a maker left in place of a value: shown as found, and not as if it were one. */
import { factText } from '../text/fact-text.ts'
import { useText } from './language.tsx'

export function PlaceholderMark({ text }: { readonly text: string }) {
  const say = useText(factText)
  return (
    <span className="placeholder" title={say('placeholderWhy', { text })}>
      <bdi>“{text}”</bdi> <span className="soft">({say('placeholder')})</span>
    </span>
  )
}
