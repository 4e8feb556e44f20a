/** An address that no page answers. */

import { useText } from '@somay/shared/react/language.tsx'
import { Link } from 'wouter'
import { usePageTitle } from '../parts/page-title.ts'
import { appText } from '../text/app.ts'
import { HOME } from './log-in/return-address.ts'

export function NotFoundPage() {
  const say = useText(appText)
  usePageTitle(say('nothingHere'))
  return (
    <div className="narrow">
      <h1>{say('nothingHere')}</h1>
      <p>{say('nothingHereTodo')}</p>
      <p>
        <Link href={HOME}>{say('toPcs')}</Link>
      </p>
    </div>
  )
}
