/** The privacy notice, which stands even when the agent does not answer, and the facts with what is switched off and what is personal. */
import type { Catalogue } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { Wide } from '@somay/shared/react/wide.tsx'
import { SESSION_SWITCH } from '@somay/shared/session-switch.ts'
import { bridge } from '../bridge.ts'
import { Unanswered } from '../parts/unanswered.tsx'
import { NEVER, privacyText } from '../text/privacy.ts'
import { useAsked } from '../use-asked.ts'

export function Privacy({ isAnswered, collectorUrl }: { isAnswered: boolean; collectorUrl: string | undefined }) {
  const say = useText(privacyText)
  const { language } = useLanguage()
  return (
    <>
      <section aria-labelledby="notice-title" className="notice">
        <h2 id="notice-title">{say('notice')}</h2>
        <p>{say('law')}</p>
        <dl className="notice-points">
          <dt>{say('who')}</dt>
          <dd>{say('whoText', { collector: collectorUrl ?? say(isAnswered ? 'noCollector' : 'collectorUntold') })}</dd>
          <dt>{say('why')}</dt>
          <dd>{say('whyText')}</dd>
          <dt>{say('samples')}</dt>
          <dd>{say('samplesText')}</dd>
          <dt>{say('never')}</dt>
          <dd>{NEVER.map((words) => words[language]).join('; ')}.</dd>
          <dt>{say('whom')}</dt>
          <dd>{say('whomText')}</dd>
        </dl>
      </section>
      {isAnswered && <Facts />}
    </>
  )
}

function Facts() {
  const say = useText(privacyText)
  const { language } = useLanguage()
  const { asked, again } = useAsked(bridge().facts)
  if (asked?.kind !== 'answered') return <Unanswered asked={asked} onRetry={again} />
  const { catalogue, switchedOff, toldByCollector } = asked.value
  return (
    <section aria-labelledby="collected-title" className="collected">
      <h2 id="collected-title">{say('facts')}</h2>
      <p className="note">{say(toldByCollector ? 'factsAbout' : 'notTold')}</p>
      <Wide label={say('facts')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('fact')}</th>
              <th scope="col">{say('state')}</th>
              <th scope="col">{say('personal')}</th>
              <th scope="col">{say('about')}</th>
            </tr>
          </thead>
          <tbody>
            {(catalogue as Catalogue).map((spec) => (
              <Row
                key={spec.name}
                title={spec.title[language]}
                about={spec.sentence[language]}
                isPersonal={spec.personal}
                isOff={switchedOff.includes(spec.name)}
              />
            ))}
            <Row title={say('session')} about={say('sessionAbout')} isPersonal={false} isOff={switchedOff.includes(SESSION_SWITCH)} />
          </tbody>
        </table>
      </Wide>
    </section>
  )
}

type RowProps = { readonly title: string; readonly about: string; readonly isPersonal: boolean; readonly isOff: boolean }

function Row({ title, about, isPersonal, isOff }: RowProps) {
  const say = useText(privacyText)
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{isOff ? <span className="off">{say('off')}</span> : say('on')}</td>
      <td>{isPersonal ? <strong>{say('yes')}</strong> : say('no')}</td>
      <td>{about}</td>
    </tr>
  )
}
