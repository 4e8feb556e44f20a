/** State and log as one text to copy for those who help. */

import { useText } from '@somay/shared/react/language.tsx'
import { useState } from 'react'
import type { Answer } from '../../preload/messages.ts'
import { bridge } from '../bridge.ts'
import { Unanswered } from '../parts/unanswered.tsx'
import { supportText } from '../text/support.ts'
import { useAsked } from '../use-asked.ts'
import { supportReport } from './support-text.ts'

export function Support({ status }: { status: Answer<'status'> }) {
  const say = useText(supportText)
  const { asked, again } = useAsked(bridge().logs)
  const [said, setSaid] = useState<'copied' | 'notCopied'>()
  const lines = asked?.kind === 'answered' ? asked.value.lines : undefined
  // Made once for each asking: a text that changes under a person who selects it cannot be copied by hand.
  const [made, setMade] = useState<{ lines: typeof lines; report: string }>()
  if (lines && made?.lines !== lines) setMade({ lines, report: supportReport(status, lines, say('noLines')) })
  if (!made) return <Unanswered asked={asked} onRetry={again} />
  const { report } = made

  async function copy() {
    const done = await bridge().copy(report)
    setSaid(done.kind === 'answered' ? 'copied' : 'notCopied')
  }

  return (
    <section className="support" aria-label={say('text')}>
      <p className="soft">{say('about')}</p>
      <div className="beside">
        <button type="button" className="primary" onClick={() => void copy()}>
          {say('copy')}
        </button>
        <button type="button" onClick={again}>
          {say('again')}
        </button>
        <span role="status">{said && say(said)}</span>
      </div>
      <textarea readOnly aria-label={say('text')} value={report} spellCheck={false} />
    </section>
  )
}
