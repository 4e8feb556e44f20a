/** The verdict on a PC: always its word, with a shape and a colour beside it. */
import { useLanguage } from '@somay/shared/react/language.tsx'
import { VERDICTS, type VerdictKind } from '@somay/shared/text/plan.ts'

const SHAPES: Readonly<Record<VerdictKind, string>> = {
  keep: 'good',
  mend: 'attention',
  replace: 'bad',
  move: 'exempt',
  unknown: 'unknown',
  apart: 'exempt',
}

export function VerdictMark({ verdict }: { readonly verdict: VerdictKind }) {
  const { language } = useLanguage()
  return <span className={`state state-${SHAPES[verdict]}`}>{VERDICTS[verdict][language]}</span>
}
