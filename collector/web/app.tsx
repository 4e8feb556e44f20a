/** The frame: header, and which page an address shows. */

import { useText } from '@somay/shared/react/language.tsx'
import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { useTimeZone } from './display/time-zone.ts'
import { Header } from './header.tsx'
import { LogInPage } from './pages/log-in/page.tsx'
import { HOME } from './pages/log-in/return-address.ts'
import { NotFoundPage } from './pages/not-found.tsx'
import { PcListPage } from './pages/pc-list/page.tsx'
import { PageBoundary } from './parts/page-boundary.tsx'
import { appText } from './text/app.ts'

// The list must stand first on a weak PC; the other pages come when asked for.
const PcPage = lazy(async () => ({ default: (await import('./pages/pc/page.tsx')).PcPage }))
const BundlesPage = lazy(async () => ({ default: (await import('./pages/bundles/page.tsx')).BundlesPage }))
const OverviewPage = lazy(async () => ({ default: (await import('./pages/overview/page.tsx')).OverviewPage }))
const CountedPage = lazy(async () => ({ default: (await import('./pages/counted/page.tsx')).CountedPage }))
const UnitsPage = lazy(async () => ({ default: (await import('./pages/units/page.tsx')).UnitsPage }))
const ReorganisePage = lazy(async () => ({ default: (await import('./pages/reorganise/page.tsx')).ReorganisePage }))
const ReportsPage = lazy(async () => ({ default: (await import('./pages/reports/page.tsx')).ReportsPage }))
const ReportDraftPage = lazy(async () => ({ default: (await import('./pages/report-draft/page.tsx')).ReportDraftPage }))
const ReportPage = lazy(async () => ({ default: (await import('./pages/report/page.tsx')).ReportPage }))
const ComparePage = lazy(async () => ({ default: (await import('./pages/compare/page.tsx')).ComparePage }))
const PlanPage = lazy(async () => ({ default: (await import('./pages/plan/page.tsx')).PlanPage }))
const PlannedPcsPage = lazy(async () => ({ default: (await import('./pages/plan-pcs/page.tsx')).PlannedPcsPage }))
const ScenariosPage = lazy(async () => ({ default: (await import('./pages/scenarios/page.tsx')).ScenariosPage }))
const CommittedPlansPage = lazy(async () => ({ default: (await import('./pages/committed-plans/page.tsx')).CommittedPlansPage }))
const CommittedPlanPage = lazy(async () => ({ default: (await import('./pages/committed-plan/page.tsx')).CommittedPlanPage }))
const CommittedLinesPage = lazy(async () => ({ default: (await import('./pages/committed-lines/page.tsx')).CommittedLinesPage }))
const DeploymentPage = lazy(async () => ({ default: (await import('./pages/deployment/page.tsx')).DeploymentPage }))
const PeoplePage = lazy(async () => ({ default: (await import('./pages/people/page.tsx')).PeoplePage }))
const ApiTokensPage = lazy(async () => ({ default: (await import('./pages/api-tokens/page.tsx')).ApiTokensPage }))
const IdentityPage = lazy(async () => ({ default: (await import('./pages/identity/page.tsx')).IdentityPage }))
const CountRulesPage = lazy(async () => ({ default: (await import('./pages/count-rules/page.tsx')).CountRulesPage }))
const RegisterPage = lazy(async () => ({ default: (await import('./pages/register/page.tsx')).RegisterPage }))
const RegisterImportPage = lazy(async () => ({ default: (await import('./pages/register-import/page.tsx')).RegisterImportPage }))
const StaffPage = lazy(async () => ({ default: (await import('./pages/staff/page.tsx')).StaffPage }))
const AgentUpdatesPage = lazy(async () => ({ default: (await import('./pages/agent-updates/page.tsx')).AgentUpdatesPage }))
const AuditPage = lazy(async () => ({ default: (await import('./pages/audit/page.tsx')).AuditPage }))
const AccountPage = lazy(async () => ({ default: (await import('./pages/account/page.tsx')).AccountPage }))
const PatchesPage = lazy(async () => ({ default: (await import('./pages/patches/page.tsx')).PatchesPage }))
const PatchedPcsPage = lazy(async () => ({ default: (await import('./pages/patched-pcs/page.tsx')).PatchedPcsPage }))
const FirstAdministratorPage = lazy(async () => ({
  default: (await import('./pages/first-administrator/page.tsx')).FirstAdministratorPage,
}))

export function App() {
  const say = useText(appText)
  const zone = useTimeZone()
  return (
    <>
      <a className="skip-link" href="#content">
        {say('skip')}
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        <PageBoundary>
          {/* Another time zone draws every time anew. */}
          <Suspense key={zone}>
            <Switch>
              <Route path="/">
                <Redirect to={HOME} replace />
              </Route>
              <Route path="/log-in" component={LogInPage} />
              <Route path="/first" component={FirstAdministratorPage} />
              <Route path="/pcs" component={PcListPage} />
              <Route path="/pcs/:id">{({ id }) => <PcPage key={id} id={id} />}</Route>
              <Route path="/overview" component={OverviewPage} />
              <Route path="/counted" component={CountedPage} />
              <Route path="/patches" component={PatchesPage} />
              <Route path="/patches/pcs" component={PatchedPcsPage} />
              <Route path="/plan" component={PlanPage} />
              <Route path="/plan/pcs" component={PlannedPcsPage} />
              <Route path="/plan/scenarios" component={ScenariosPage} />
              <Route path="/plan/committed" component={CommittedPlansPage} />
              <Route path="/plan/committed/:id">{({ id }) => <CommittedPlanPage key={id} id={id} />}</Route>
              <Route path="/plan/committed/:id/lines">{({ id }) => <CommittedLinesPage key={id} id={id} />}</Route>
              <Route path="/reports" component={ReportsPage} />
              <Route path="/reports/drafts/:id">{({ id }) => <ReportDraftPage key={id} id={id} />}</Route>
              <Route path="/reports/:id">{({ id }) => <ReportPage key={id} id={id} />}</Route>
              <Route path="/compare" component={ComparePage} />
              <Route path="/units" component={UnitsPage} />
              <Route path="/units/reorganise" component={ReorganisePage} />
              <Route path="/units/staff" component={StaffPage} />
              <Route path="/register" component={RegisterPage} />
              <Route path="/register/import" component={RegisterImportPage} />
              <Route path="/bundles" component={BundlesPage} />
              <Route path="/agent-updates" component={AgentUpdatesPage} />
              <Route path="/deployment" component={DeploymentPage} />
              <Route path="/people" component={PeoplePage} />
              <Route path="/api-tokens" component={ApiTokensPage} />
              <Route path="/identity" component={IdentityPage} />
              <Route path="/count-rules" component={CountRulesPage} />
              <Route path="/audit" component={AuditPage} />
              <Route path="/account" component={AccountPage} />
              <Route component={NotFoundPage} />
            </Switch>
          </Suspense>
        </PageBoundary>
      </main>
    </>
  )
}
