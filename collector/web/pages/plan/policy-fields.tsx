/** The policy of a plan: which version, and its thresholds as they stand in the address. */
import type { Policies } from '@somay/shared/api/policies.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import { POLICIES_KEY } from '../../api/plan.ts'
import { usePermission } from '../../api/session.ts'
import { planText } from '../../text/plan.ts'
import { ChangedLine } from './changed-line.tsx'
import { DefaultLine } from './default-line.tsx'
import { NumberField } from './number-field.tsx'
import { SavePolicyDialog } from './save-policy-dialog.tsx'
import { THRESHOLD_NAMES, THRESHOLDS } from './thresholds.ts'
import { type PlanView, withKey, without } from './url-state.ts'
import type { ChangePlan } from './use-plan-view.ts'
import { useVersionWords } from './use-version-words.ts'
import { changedThresholds, chosen, policyIn } from './values.ts'
import { VersionChoice } from './version-choice.tsx'
import { YesNoField } from './yes-no-field.tsx'

type Props = {
  readonly view: PlanView
  readonly change: ChangePlan
  readonly policies: Policies['policies']
  /** The version the plan was made by. */
  readonly used: number | undefined
}

export function PolicyFields({ view, change, policies, used }: Props) {
  const say = useText(planText)
  const wordsOf = useVersionWords()
  const maySave = usePermission('manage-policies') === true
  const [saving, setSaving] = useState(false)
  const version = chosen(policies, view.policy, used)
  const own = version && policyIn(view, version.policy)
  return (
    <section>
      <h2>{say('policy')}</h2>
      <VersionChoice
        label={say('policy')}
        versions={policies}
        asked={view.policy}
        shown={version}
        wordsOf={wordsOf}
        onChoose={(id) => change((now) => withKey(without(now, THRESHOLD_NAMES), 'policy', id))}
      />
      {version && own && (
        <>
          {maySave && (
            <DefaultLine title={say('policy')} path="/policies/default" stale={POLICIES_KEY} version={version} words={wordsOf(version)} />
          )}
          <ChangedLine
            changed={changedThresholds(view, version.policy).length}
            onPutBack={() => change((now) => without(now, THRESHOLD_NAMES))}
            onSave={maySave ? () => setSaving(true) : undefined}
            saveLabel={say('policy')}
          />
          {THRESHOLD_NAMES.map((name) => {
            const threshold = THRESHOLDS[name]
            const [value, base] = [own[name], version.policy[name]]
            if (typeof value === 'boolean') return <YesNoField key={name} name={name} value={value} base={base === true} change={change} />
            if (threshold.kind === 'yes-no') return null
            return <NumberField key={name} name={name} threshold={threshold} value={value} base={Number(base)} change={change} />
          })}
          {saving && (
            <SavePolicyDialog
              policies={policies}
              version={version}
              policy={own}
              onClose={() => setSaving(false)}
              onSaved={(id) => change((now) => withKey(without(now, THRESHOLD_NAMES), 'policy', id))}
            />
          )}
        </>
      )}
    </section>
  )
}
