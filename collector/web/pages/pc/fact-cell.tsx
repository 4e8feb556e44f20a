/** One value of a fact that fits in a cell, whatever the fact: text, unknown with its reason, left blank, a list. */

import { type Schema, valueSchema } from '@somay/shared/text/read-schema.ts'
import { UnknownMark } from '../../parts/unknown-mark.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { pcText } from '../../text/pc.ts'
import { unknownText } from '../../text/unknown.ts'
import { groupText, read, scalarText } from './reading.ts'

export function FactCell({ value, schema }: { value: unknown; schema: Schema | undefined }) {
  const { language } = useLanguage()
  const say = useText(pcText)
  if (value === undefined) return <span className="soft">{say('none')}</span>
  const reading = read(value, schema, language)
  switch (reading.kind) {
    case 'unknown':
      return <UnknownMark reason={reading.reason} detail={reading.detail} said />
    case 'placeholder':
      return <PlaceholderMark text={reading.text} />
    case 'rows':
      return <bdi>{reading.items.map((item) => groupText(item, valueSchema(schema)?.items, language)).join('; ')}</bdi>
    case 'list':
      if (reading.items.length === 0) return <span className="soft">{say('none')}</span>
      return <bdi>{reading.items.map((item) => scalarText(item, valueSchema(schema)?.items, language)).join(', ')}</bdi>
    case 'group':
      return <bdi>{groupText(reading.value, schema, language)}</bdi>
    case 'text':
      return <bdi>{reading.text}</bdi>
  }
}

/** What a maker left in place of a value: shown as found, and not as if it were one. */
function PlaceholderMark({ text }: { text: string }) {
  const say = useText(unknownText)
  return (
    <span className="placeholder" title={say('placeholderWhy', { text })}>
      <bdi>“{text}”</bdi> <span className="soft">({say('placeholder')})</span>
    </span>
  )
}
