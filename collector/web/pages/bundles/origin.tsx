/** Before any file was picked: where such files come from, step by step. */

import { useText } from '@somay/shared/react/language.tsx'
import { bundlesText } from '../../text/bundles.ts'

export function Origin() {
  const say = useText(bundlesText)
  return (
    <section className="origin">
      <h2>{say('originTitle')}</h2>
      <ol>
        <li>
          {say('originMake')} <code>somay-agent bundle --out E:\</code>
        </li>
        <li>{say('originSigned')}</li>
        <li>{say('originBring')}</li>
        <li>{say('originAgain')}</li>
      </ol>
    </section>
  )
}
