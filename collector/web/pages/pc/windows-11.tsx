/** Whether the PC can go to Windows 11, apart from what planning decides: yes, no with each thing in its way, or what must be read and who can. */
import type { PcVerdict } from '@somay/shared/api/planned-pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { UnknownMark } from '@somay/shared/react/unknown-mark.tsx'
import { remedyText } from '@somay/shared/text/reasons.ts'
import { WINDOWS_11_STATES, type Windows11State } from '@somay/shared/text/windows-11.ts'
import { plannedPcsText } from '../../text/planned-pcs.ts'
import { measureWords } from '../plan-pcs/remedies-words.ts'

const MARKS: Readonly<Record<Windows11State, string>> = {
  ready: 'good',
  'not-ready': 'attention',
  undetermined: 'unknown',
  already: 'good',
  'not-asked': 'exempt',
}

export function Windows11({ readiness: { state, reasons, missing } }: { readonly readiness: PcVerdict['windows11'] }) {
  const say = useText(plannedPcsText)
  const { language } = useLanguage()
  return (
    <>
      <p className="readiness">
        {say('windows11')}: <span className={`state state-${MARKS[state]}`}>{WINDOWS_11_STATES[state][language]}</span>
        {reasons.length > 0 && `. ${reasons.map((words) => words[language]).join(' ')}`}
      </p>
      {missing.map(({ measure, reason, detail }) => (
        <p key={measure}>
          {measureWords(measure, language)}: <UnknownMark reason={reason} detail={detail} said />
          <span className="why">. {remedyText(reason, language)}</span>
        </p>
      ))}
    </>
  )
}
