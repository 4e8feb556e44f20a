/** Units as options of a choice: by block, each below its parent. */
import { useLanguage } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { type Unit, unitsInTree } from './units-in-tree.ts'

/** An option has no margin of its own. */
const INDENT = '\u00a0\u00a0\u00a0'

export function UnitOptions({ units }: { readonly units: readonly Unit[] }) {
  const { language } = useLanguage()
  return unitsInTree(units).map(({ block, units: lines }) => (
    <optgroup key={block} label={`${block}. ${choiceText(BLOCKS, block, language)}`}>
      {lines.map(({ id, name, depth }) => (
        <option key={id} value={id}>
          {INDENT.repeat(depth) + name}
        </option>
      ))}
    </optgroup>
  ))
}
