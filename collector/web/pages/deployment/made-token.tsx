/** Shows a new enrolment token this once, with the command of the way of installing that somebody chooses. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { useId, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { SecretOnce } from '../../parts/secret-once.tsx'
import { tokensText } from '../../text/tokens.ts'
import { wayNames, wayNotes } from '../../text/ways.ts'
import { enrolCommands, WAYS, type Way } from './commands.ts'

type Props = {
  readonly token: string
  /** Empty: the address this page came from. */
  readonly collectorUrl: string
  readonly onClose: () => void
}

export function MadeToken({ token, collectorUrl, onClose }: Props) {
  const say = useText(tokensText)
  const { language } = useLanguage()
  const [way, setWay] = useState<Way>('msi')
  const id = useId()
  const commands = enrolCommands(collectorUrl === '' ? window.location.origin : collectorUrl, token)
  return (
    <Dialog title={say('enrolToken')} wide onClose={onClose}>
      <div className="form">
        <p>{say('shownOnce')}</p>
        <SecretOnce label={say('enrolToken')} secret={token} />
        <div className="field">
          <label htmlFor={id}>{say('way')}</label>
          <select id={id} value={way} onChange={({ target }) => setWay(target.value as Way)}>
            {WAYS.map((one) => (
              <option key={one} value={one}>
                {wayNames[one][language]}
              </option>
            ))}
          </select>
          <p className="note">{wayNotes[way][language]}</p>
        </div>
        {/* Another command was not copied yet. */}
        <SecretOnce key={way} label={say('command')} secret={commands[way]} />
      </div>
    </Dialog>
  )
}
