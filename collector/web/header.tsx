/** The header of every page: product, pages, search, language and account. */

import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { LANGUAGES } from '@somay/shared/text/words.ts'
import { Link, useLocation } from 'wouter'
import { AccountMenu } from './account-menu.tsx'
import { usePermission, useSession } from './api/session.ts'
import { tallyOf, unfinished } from './pages/bundles/rows.ts'
import { useDesk, useDeskOwner } from './pages/bundles/use-desk.ts'
import { HOME } from './pages/log-in/return-address.ts'
import { COMPARE, COUNTED, OVERVIEW, REPORTS } from './pages/overview/url-state.ts'
import { PATCHES } from './pages/patches/url-state.ts'
import { PLAN } from './pages/plan/url-state.ts'
import { REGISTER } from './pages/register/url-state.ts'
import { UNITS } from './pages/units/addresses.ts'
import { ADMINISTRATION } from './parts/administration-links.tsx'
import { useAskBeforeLeaving } from './parts/ask-before-leaving.ts'
import { QuickSearch } from './parts/quick-search.tsx'
import { appText } from './text/app.ts'

export function Header() {
  const say = useText(appText)
  const [path] = useLocation()
  const outside = path === '/log-in' || path === '/first'
  const [{ rows }] = useDesk()
  const left = unfinished(tallyOf(rows))
  useAskBeforeLeaving(left > 0)
  return (
    <header className="top">
      <Link href={HOME} className="product">
        {say('product')}
      </Link>
      {outside ? (
        <span className="fill" />
      ) : (
        <>
          <nav aria-label={say('pages')}>
            <Link
              href={OVERVIEW}
              aria-current={path === OVERVIEW ? 'page' : undefined}
              className={[OVERVIEW, COUNTED, COMPARE].includes(path) ? 'here' : ''}
            >
              {say('overview')}
            </Link>
            <Link href={HOME} aria-current={path === HOME ? 'page' : undefined} className={path.startsWith(HOME) ? 'here' : ''}>
              {say('pcs')}
            </Link>
            <Link href={PATCHES} aria-current={path === PATCHES ? 'page' : undefined} className={path.startsWith(PATCHES) ? 'here' : ''}>
              {say('patches')}
            </Link>
            <Link href={PLAN} aria-current={path === PLAN ? 'page' : undefined} className={path.startsWith(PLAN) ? 'here' : ''}>
              {say('plan')}
            </Link>
            <Link href={REGISTER} aria-current={path === REGISTER ? 'page' : undefined} className={path.startsWith(REGISTER) ? 'here' : ''}>
              {say('register')}
            </Link>
            <Link href={REPORTS} aria-current={path === REPORTS ? 'page' : undefined} className={path.startsWith(REPORTS) ? 'here' : ''}>
              {say('reports')}
            </Link>
            <Link href={UNITS} aria-current={path === UNITS ? 'page' : undefined} className={path.startsWith(UNITS) ? 'here' : ''}>
              {say('units')}
            </Link>
            <BundlesLink left={left} />
            <AdministratorLinks />
          </nav>
          <span className="fill" />
          {path !== HOME && <QuickSearch />}
        </>
      )}
      <LanguageSwitch />
      {!outside && <AccountMenu left={left} />}
    </header>
  )
}

const BUNDLES = '/bundles'

/** For those who may; the first page of administration that is open to them stands for all of them. */
function AdministratorLinks() {
  const say = useText(appText)
  const [path] = useLocation()
  const permissions = useSession().data?.person.permissions ?? []
  const pages = ADMINISTRATION.filter(({ permission }) => permissions.includes(permission))
  const here = pages.some(({ address }) => address === path)
  return (
    <>
      {permissions.includes('manage-tokens') && (
        <Link href={DEPLOYMENT} aria-current={path === DEPLOYMENT ? 'page' : undefined} className={path === DEPLOYMENT ? 'here' : ''}>
          {say('deployment')}
        </Link>
      )}
      {pages[0] && (
        <Link href={pages[0].address} aria-current={here ? 'page' : undefined} className={here ? 'here' : ''}>
          {/* Who may open one alone is told which. */}
          {say(pages.length === 1 ? pages[0].words : 'administration')}
        </Link>
      )}
    </>
  )
}

const DEPLOYMENT = '/deployment'

/** For those who may import; with how many files are not through yet, because they are sent on while the person looks at other pages. */
function BundlesLink({ left }: { left: number }) {
  const say = useText(appText)
  const { language } = useLanguage()
  const [path] = useLocation()
  useDeskOwner()
  if (!usePermission('import-bundles')) return null
  const here = path === BUNDLES
  return (
    <Link href={BUNDLES} aria-current={here ? 'page' : undefined} className={here ? 'here' : ''}>
      {say('bundles')}
      {left > 0 && !here && ` ${say('bundlesLeft', { count: formatNumber(left, language) })}`}
    </Link>
  )
}

function LanguageSwitch() {
  const say = useText(appText)
  const { language, choose } = useLanguage()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form, and here is none
    <div className="languages" role="group" aria-label={say('language')}>
      {LANGUAGES.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => choose(one)}>
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  )
}
