/** What a way of installing takes: files, steps and, once a token is made, the token this once with the text to run or to save. */
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { SecretOnce } from '../../parts/secret-once.tsx'
import { deploymentText } from '../../text/deployment.ts'
import { tokensText } from '../../text/tokens.ts'
import { stepsOf } from '../../text/ways.ts'
import { installationOf, type Method, type System, type ToldByCollector } from './commands.ts'

type Props = {
  readonly system: System
  readonly method: Method
  readonly told: ToldByCollector
  /** Undefined: none was made yet. */
  readonly token: string | undefined
}

export function Instructions({ system, method, told, token }: Props) {
  const say = useText(deploymentText)
  const sayToken = useText(tokensText)
  const { language } = useLanguage()
  const collectorUrl = told.collectorUrl === '' ? window.location.origin : told.collectorUrl
  const { files, saveAs, text } = installationOf(system, method, { collectorUrl, updateKey: told.updateKey, token: token ?? '' })
  return (
    <section className="instructions" aria-label={say('whatToDo')}>
      <h2>{say('whatToDo')}</h2>
      {files.length > 0 && (
        <p>
          {say('files')}{' '}
          {files.map((file) => (
            <code key={file}>{file}</code>
          ))}
        </p>
      )}
      <ol>
        {stepsOf(system, method).map((step) => (
          <li key={step.en}>{step[language]}</li>
        ))}
      </ol>
      <div className="form" role="status">
        {token === undefined ? (
          <p className="soft">{say('makeTokenFirst')}</p>
        ) : (
          <>
            <p>{say('shownOnce')}</p>
            <SecretOnce key={token} label={sayToken('enrolToken')} secret={token} />
            {/* Another text was not copied yet. */}
            <SecretOnce key={text} label={saveAs === undefined ? sayToken('command') : say('saveAs', { file: saveAs })} secret={text} />
          </>
        )}
      </div>
    </section>
  )
}
