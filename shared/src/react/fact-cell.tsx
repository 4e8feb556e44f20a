/** One value of a fact that fits on a line, whatever the fact: text, unknown with its reason, left blank, a list. */
import { factText } from '../text/fact-text.ts'
import { type Schema, valueSchema } from '../text/read-schema.ts'
import { groupText, read, scalarText } from '../text/reading.ts'
import { useManner, useText } from './language.tsx'
import { PlaceholderMark } from './placeholder-mark.tsx'
import { UnknownMark } from './unknown-mark.tsx'

type Props = {
  readonly value: unknown
  readonly schema: Schema | undefined
  /** No room for the reason of an unknown beside its mark. */
  readonly isNarrow?: boolean | undefined
}

export function FactCell({ value, schema, isNarrow = false }: Props) {
  const manner = useManner()
  const say = useText(factText)
  if (value === undefined) return <span className="soft">{say('none')}</span>
  const reading = read(value, schema, manner)
  switch (reading.kind) {
    case 'unknown':
      return <UnknownMark reason={reading.reason} detail={reading.detail} said={!isNarrow} />
    case 'placeholder':
      return <PlaceholderMark text={reading.text} />
    // A list of things inside a row stays on its line: a table in a table reads as nothing.
    case 'rows':
      return <bdi>{reading.items.map((item) => groupText(item, valueSchema(schema)?.items, manner)).join('; ')}</bdi>
    case 'list':
      if (reading.items.length === 0) return <span className="soft">{say('none')}</span>
      return <bdi>{reading.items.map((item) => scalarText(item, valueSchema(schema)?.items, manner)).join(', ')}</bdi>
    case 'group':
      return <bdi>{groupText(reading.value, schema, manner)}</bdi>
    case 'text':
      return <bdi>{reading.text}</bdi>
  }
}
