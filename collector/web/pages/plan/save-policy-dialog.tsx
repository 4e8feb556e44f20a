/** Saves the thresholds as they stand as the next version of a policy, or under a new name. */
import type { MadeVersion, NewPolicy, Policies, Policy } from '@somay/shared/api/policies.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { useDeed } from '../../api/deed.ts'
import { POLICIES_KEY } from '../../api/plan.ts'
import { planText } from '../../text/plan.ts'
import { SaveForm } from './save-form.tsx'
import { THRESHOLD_NAMES, THRESHOLDS } from './thresholds.ts'
import { valueWords } from './value-words.ts'

type Version = Policies['policies'][number]
type Props = {
  readonly policies: readonly Version[]
  readonly version: Version
  readonly policy: Policy
  readonly onClose: () => void
  readonly onSaved: (id: number) => void
}

export function SavePolicyDialog({ policies, version, policy, onClose, onSaved }: Props) {
  const say = useText(planText)
  const { language } = useLanguage()
  const deed = useDeed<MadeVersion>([POLICIES_KEY], ({ id }) => {
    onClose()
    onSaved(id)
  })
  const changes = THRESHOLD_NAMES.filter((name) => policy[name] !== version.policy[name]).map((name) => ({
    field: THRESHOLDS[name].label[language],
    before: valueWords(name, version.policy[name], language),
    after: valueWords(name, policy[name], language),
  }))
  const save = (name: string) => deed.mutate({ method: 'POST', path: '/policies', body: { name, policy } satisfies NewPolicy })
  return (
    <SaveForm
      title={say('savePolicy')}
      versions={policies}
      version={version}
      changes={changes}
      isSaving={deed.isPending}
      error={deed.error}
      onSave={save}
      onClose={onClose}
    />
  )
}
