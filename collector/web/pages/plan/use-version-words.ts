/** How a version of a policy or price book is called. */
import { useText } from '@somay/shared/react/language.tsx'
import { planText } from '../../text/plan.ts'

/** What the product comes with has no number yet. */
export function useVersionWords(): (version: { readonly name: string; readonly version: number }) => string {
  const say = useText(planText)
  return ({ name, version }) => (version === 0 ? say('builtIn', { name }) : say('version', { name, version }))
}
