/** How a version of a policy or price book is called. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BUILT_IN } from '@somay/shared/text/plan.ts'
import { planText } from '../../text/plan.ts'

/** What the product comes with has no number. */
export function useVersionWords(): (version: { readonly name: string; readonly version: number }) => string {
  const say = useText(planText)
  const { language } = useLanguage()
  return ({ name, version }) => (version === 0 ? BUILT_IN[language] : say('version', { name, version }))
}
