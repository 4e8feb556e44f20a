/** The frame of the window: whose PC, the language, the views; each view asks for what it shows. */

import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { LANGUAGES } from '@somay/shared/text/words.ts'
import { useEffect, useState } from 'react'
import type { Answer } from '../preload/messages.ts'
import { bridge } from './bridge.ts'
import { Boundary } from './parts/boundary.tsx'
import { Tabs } from './parts/tabs.tsx'
import { Unanswered } from './parts/unanswered.tsx'
import { Privacy } from './sections/privacy.tsx'
import { Sent } from './sections/sent.tsx'
import { Standing } from './sections/standing.tsx'
import { Support } from './sections/support.tsx'
import { frameText } from './text/frame.ts'
import { useAsked } from './use-asked.ts'

const VIEWS = ['standing', 'sent', 'privacy', 'support'] as const
type View = (typeof VIEWS)[number]

// A round takes seconds, and its steps should be seen; otherwise little changes.
const AT_WORK_MS = 700
const AT_REST_MS = 5_000

export function App() {
  const { language, choose } = useLanguage()
  const say = useText(frameText)
  const [view, setView] = useState<View>('standing')
  const status = useAsked(bridge().status, (asked) =>
    asked.kind === 'answered' && asked.value.round.state === 'running' ? AT_WORK_MS : AT_REST_MS,
  )
  const answered = status.asked?.kind === 'answered' ? status.asked.value : undefined
  const [known, setKnown] = useState<Answer<'status'>>()
  // What was known stays under the sentence that the agent does not answer now, and what is being typed with it.
  if (answered && answered !== known) setKnown(answered)
  useEffect(() => {
    document.title = say('title')
  }, [say])
  return (
    <>
      <header className="top">
        <h1>{say('title')}</h1>
        <p className="soft">
          <bdi>{known?.hostName}</bdi>
        </p>
        <fieldset className="languages">
          <legend className="visually-hidden">{say('language')}</legend>
          {LANGUAGES.map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => choose(one)}>
              {one === 'vi' ? 'Tiếng Việt' : 'English'}
            </button>
          ))}
        </fieldset>
      </header>
      <main>
        <Tabs label={say('views')} tabs={VIEWS.map((name) => ({ name, label: say(name) }))} chosen={view} onChoose={setView}>
          <Unanswered asked={status.asked} onRetry={status.again} />
          <div hidden={view !== 'standing'}>
            <Boundary sentence={say('broken')}>{known && <Standing status={known} onChange={status.again} />}</Boundary>
          </div>
          <Boundary key={view} sentence={say('broken')}>
            {view === 'sent' && known && <Sent acknowledgedAt={known.lastContactAt} />}
            {view === 'privacy' && <Privacy isAnswered={known !== undefined} collectorUrl={known?.collectorUrl} />}
            {view === 'support' && known && <Support status={known} />}
          </Boundary>
        </Tabs>
      </main>
    </>
  )
}
