/** Makes another version of the rule, beginning with what holds today. */
import type { CountRuleMade, CountRules, NewCountRule } from '@somay/shared/api/count-rules.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { LONGEST_DAYS, replacedFrom } from '@somay/shared/text/count-rule.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { type FormEvent, useId, useState } from 'react'
import { useDeed } from '../../api/deed.ts'
import { Choices } from '../../parts/choices.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { FIRST_DAY, LAST_DAY } from '../../parts/plausible-day.ts'
import { wholeNumberIn } from '../../parts/whole-number.ts'
import { countRulesText } from '../../text/count-rules.ts'

export function NewRuleDialog({ rules, onClose }: { rules: CountRules; onClose: () => void }) {
  const say = useText(countRulesText)
  const { language } = useLanguage()
  const day = useId()
  const before = rules.versions.find(({ version }) => version === rules.current)
  const [windowDays, setWindowDays] = useState(String(before?.windowDays ?? ''))
  const [silentDays, setSilentDays] = useState(String(before?.silentDays ?? ''))
  const [blocks, setBlocks] = useState<readonly string[]>(before?.blocks ?? [])
  const [fromDay, setFromDay] = useState(rules.today)
  const [checked, setChecked] = useState(false)
  const deed = useDeed<CountRuleMade>([['counts'], ['count-rules'], ['alerts']], onClose)
  const problemOf = (days: string) =>
    checked && wholeNumberIn(days, LONGEST_DAYS) === undefined ? say('daysProblem', { most: String(LONGEST_DAYS) }) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    const [within, after] = [wholeNumberIn(windowDays, LONGEST_DAYS), wholeNumberIn(silentDays, LONGEST_DAYS)]
    if (within === undefined || after === undefined || blocks.length === 0 || fromDay === '') return
    const ordered = Object.keys(BLOCKS).filter((block) => blocks.includes(block))
    const body: NewCountRule = { windowDays: within, silentDays: after, blocks: ordered as NewCountRule['blocks'], fromDay }
    deed.mutate({ method: 'POST', path: '/count-rules', body })
  }
  return (
    <Dialog title={say('makeTitle')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p>{say('makeNote', { day: fromDay === '' ? '…' : formatDay(fromDay) })}</p>
        <Field
          label={say('windowDays')}
          problem={problemOf(windowDays)}
          value={windowDays}
          onChange={setWindowDays}
          inputMode="numeric"
          autoFocus
          required
        />
        <Field
          label={say('silentDays')}
          problem={problemOf(silentDays)}
          value={silentDays}
          onChange={setSilentDays}
          inputMode="numeric"
          required
        />
        <Choices
          legend={say('blocks')}
          choices={Object.keys(BLOCKS).map((block) => ({ value: block, label: `${block}. ${choiceText(BLOCKS, block, language)}` }))}
          chosen={blocks}
          onChange={setBlocks}
          problem={checked && blocks.length === 0 ? say('blocksProblem') : undefined}
        />
        <div className="field">
          <label htmlFor={day}>{say('fromDay')}</label>
          <input
            id={day}
            type="date"
            min={FIRST_DAY}
            max={LAST_DAY}
            value={fromDay}
            onChange={({ target }) => setFromDay(target.value)}
            required
          />
          {checked && fromDay === '' && (
            <p className="problem" role="alert">
              {say('dayProblem')}
            </p>
          )}
        </div>
        <div aria-live="polite">
          {fromDay !== '' &&
            replacedFrom(rules.versions, fromDay).map(({ version, fromDay: from = '' }) => (
              <p key={version} className="attention">
                {say('replaces', { version: String(version), day: formatDay(from) })}
              </p>
            ))}
        </div>
        {deed.isError && <ErrorPanel error={deed.error} />}
        <button type="submit" className="primary" disabled={deed.isPending}>
          {say('save')}
        </button>
      </form>
    </Dialog>
  )
}
