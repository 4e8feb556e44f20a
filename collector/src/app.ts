/** The collector as a Fastify plugin tree: everything that answers requests, nothing that owns the process. */
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { BackupStanding } from '@somay/shared/api/alerts.ts'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { accountRoutes } from './access/account-routes.ts'
import { declareAccess } from './access/declare.ts'
import { identifyPeople } from './access/identify.ts'
import { accessRoutes } from './access/routes.ts'
import { secondFactorRoutes } from './access/second-factor-routes.ts'
import { useSessions } from './access/sessions.ts'
import { committedPlanChangeRoutes } from './administration/committed-plan-routes.ts'
import { countRuleChangeRoutes } from './administration/count-rule-route.ts'
import { draftChangeRoutes } from './administration/draft-routes.ts'
import { exemptionRoutes } from './administration/exemption-route.ts'
import { freezeRoutes } from './administration/freeze-route.ts'
import { identityRoutes } from './administration/identity-routes.ts'
import { moveRoutes } from './administration/move-route.ts'
import { peopleRoutes } from './administration/people-routes.ts'
import { planVersionRoutes } from './administration/plan-routes.ts'
import { referenceRoutes } from './administration/reference-routes.ts'
import { registerRoutes } from './administration/register-routes.ts'
import { reorganisationRoutes } from './administration/reorganisation-route.ts'
import { rolloutRoutes } from './administration/rollout-routes.ts'
import { staffChangeRoutes } from './administration/staff-route.ts'
import { tokenRoutes } from './administration/token-routes.ts'
import { treeListRoutes } from './administration/tree-list-route.ts'
import type { Settings } from './config/settings.ts'
import { agentUpdateRoutes } from './fleet/agent-updates/route.ts'
import { alertRoutes } from './fleet/alerts/route.ts'
import { auditRoutes } from './fleet/audit/route.ts'
import { bundleListRoutes } from './fleet/bundles/route.ts'
import { catalogueRoutes } from './fleet/catalogue/route.ts'
import { countRuleRoutes } from './fleet/count-rules/route.ts'
import { countedExportRoutes } from './fleet/counted-pcs/export-route.ts'
import { countedPcRoutes } from './fleet/counted-pcs/route.ts'
import { countExportRoutes } from './fleet/counts/export-route.ts'
import { countRoutes } from './fleet/counts/route.ts'
import { frozenExportRoutes } from './fleet/frozen-reports/export-route.ts'
import { frozenReportRoutes } from './fleet/frozen-reports/route.ts'
import { identityViewRoutes } from './fleet/identity/route.ts'
import { patchRoutes } from './fleet/patches/route.ts'
import { pcExportRoutes } from './fleet/pc-list/export-route.ts'
import { pcListRoutes } from './fleet/pc-list/route.ts'
import { pcPageRoutes } from './fleet/pc-page/route.ts'
import { committedExportRoutes } from './fleet/plan/committed-export-route.ts'
import { committedPlanRoutes } from './fleet/plan/committed-route.ts'
import { planExportRoutes } from './fleet/plan/export-route.ts'
import { planRoutes } from './fleet/plan/route.ts'
import { registerExportRoutes } from './fleet/register/export-route.ts'
import { registerViewRoutes } from './fleet/register/route.ts'
import { draftRoutes } from './fleet/report-drafts/route.ts'
import { staffRoutes } from './fleet/staff/route.ts'
import { trendRoutes } from './fleet/trend/route.ts'
import { unitRoutes } from './fleet/units/route.ts'
import { unitTreeExportRoutes } from './fleet/units/tree-export-route.ts'
import { unitTreeRoutes } from './fleet/units/tree-route.ts'
import { bundleRoutes } from './ingest/bundle-routes.ts'
import { calendarOf } from './ingest/calendar.ts'
import type { InFlightLimits } from './ingest/in-flight.ts'
import { agentPolicy } from './ingest/policy.ts'
import { createIngestQueue, type QueueLimits } from './ingest/queue.ts'
import { ingestRoutes } from './ingest/routes.ts'
import { updateRoutes } from './ingest/update-routes.ts'
import { describeApi, documentationRoutes } from './platform/documentation.ts'
import { answerErrors } from './platform/error-answers.ts'
import { createMetrics } from './platform/metrics.ts'
import { operatorRoutes } from './platform/operator-routes.ts'
import { pageRoutes } from './platform/pages.ts'
import { checkRequests } from './platform/validation.ts'
import { currentReference } from './reference/current.ts'
import { createOfferBook } from './releasing/offer-book.ts'
import { packageFiles } from './releasing/package-files.ts'
import type { Database } from './store/database.ts'
import type { TlsPair } from './tls/read-pair.ts'

export type AppOptions = {
  readonly database: Database
  readonly settings: Settings
  readonly logger: Logger
  readonly now: () => number
  /** How the daily backup stands; left out, nobody is told. */
  readonly backups?: () => Promise<BackupStanding | undefined>
  readonly limits?: QueueLimits & InFlightLimits
  /** HTTPS with this certificate; plain HTTP without. */
  readonly tls?: TlsPair | undefined
}

const NOT_TOLD = async () => undefined

const MEBIBYTE = 1024 * 1024

const LIMITS = { maxWaiting: 4_096, maxWaitingBytes: 64 * MEBIBYTE, maxRequests: 4_096, maxBodyBytes: 32 * MEBIBYTE, retryAfterSeconds: 30 }

/**
 * An idle TLS connection holds 60 kB (measured). 100,000 PCs that report every 15 minutes come 111 a second: with 10 s of patience 1,100 of them lie idle, 70 MB;
 * with 75 s it would be 500 MB. A new handshake takes 2 ms of a core.
 */
const TLS_IDLE_MS = 10_000
/** Longer than a proxy keeps its own connections (60 s), so that it never sends into one that is just being closed. */
const PROXY_IDLE_MS = 75_000
/** Whoever takes longer to say what it wants holds a connection for nothing. */
const HEADERS_MS = 30_000

export async function buildApp({
  database,
  settings,
  logger,
  now,
  limits = LIMITS,
  backups = NOT_TOLD,
  tls,
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(tls && { https: { cert: tls.certificate, key: tls.key } }),
    loggerInstance: logger,
    // A line per request would be a million lines a day; what matters is logged where it happens.
    logController: new LogController({ disableRequestLogging: true }),
    // A PC on a weak line may take long to send, but not for ever.
    requestTimeout: 120_000,
    trustProxy: settings.trustedProxies.length === 0 ? false : [...settings.trustedProxies],
    keepAliveTimeout: tls ? TLS_IDLE_MS : PROXY_IDLE_MS,
  }) as unknown as FastifyInstance
  app.server.headersTimeout = HEADERS_MS
  declareAccess(app)
  checkRequests(app)
  answerErrors(app, database.dialect.isStorageFailure)
  await describeApi(app)
  await app.register(rateLimit, { global: false })

  const queue = createIngestQueue(database, limits, (size) => metrics.batch.observe(size))
  const metrics = createMetrics({ waiting: queue.waiting, backups })
  app.addHook('onClose', () => queue.drain())

  const calendar = calendarOf(settings.timeZone)

  // Agents: no cookies, no pages; kept apart so that nothing people need costs a report time.
  await app.register(ingestRoutes, {
    database,
    queue,
    limits,
    now,
    metrics,
    calendar,
    policy: agentPolicy({
      contactSeconds: settings.contactSeconds,
      sampleMinutes: settings.sampleMinutes,
      targets: [...settings.probeTargets],
      switchedOff: settings.switchedOff,
      credentialDays: settings.credentialDays,
    }),
  })

  const book = createOfferBook(database, now)
  const files = packageFiles(settings.dataFolder)
  await app.register(updateRoutes, { database, book, files, now })

  // People and scripts.
  await app.register(async (people) => {
    await people.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          fontSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      // Behind plain HTTP on a local network this header would lock people out; a proxy with TLS adds it.
      strictTransportSecurity: false,
    })
    await useSessions(people, { database, now, publicUrl: settings.publicUrl })
    identifyPeople(people, database, now)
    const views = { database, now, timeZone: settings.timeZone }
    await people.register(accessRoutes, { database, now, timeZone: settings.timeZone })
    await people.register(accountRoutes, views)
    await people.register(secondFactorRoutes, views)
    await people.register(pcListRoutes, views)
    await people.register(pcExportRoutes, views)
    await people.register(pcPageRoutes, views)
    await people.register(countRoutes, views)
    await people.register(countExportRoutes, { ...views, issuer: settings.issuer })
    await people.register(trendRoutes, views)
    await people.register(countRuleRoutes, views)
    await people.register(countRuleChangeRoutes, views)
    await people.register(countedPcRoutes, views)
    await people.register(countedExportRoutes, views)
    await people.register(freezeRoutes, { ...views, issuer: settings.issuer })
    await people.register(draftRoutes, { ...views, issuer: settings.issuer })
    await people.register(draftChangeRoutes, views)
    await people.register(frozenReportRoutes, { database })
    await people.register(frozenExportRoutes, { database, issuer: settings.issuer })
    await people.register(reorganisationRoutes, views)
    await people.register(treeListRoutes, views)
    await people.register(moveRoutes, views)
    await people.register(exemptionRoutes, views)
    await people.register(identityRoutes, views)
    await people.register(identityViewRoutes, { database })
    await people.register(alertRoutes, { database, now, backups })
    await people.register(registerRoutes, views)
    await people.register(registerViewRoutes, views)
    await people.register(registerExportRoutes, { ...views, issuer: settings.issuer })
    const planning = { ...views, reference: () => currentReference(database) }
    await people.register(planRoutes, planning)
    await people.register(patchRoutes, planning)
    await people.register(planExportRoutes, { ...planning, issuer: settings.issuer })
    await people.register(planVersionRoutes, views)
    await people.register(referenceRoutes, views)
    await people.register(committedPlanRoutes, views)
    await people.register(committedExportRoutes, views)
    await people.register(committedPlanChangeRoutes, planning)
    await people.register(staffRoutes, views)
    await people.register(staffChangeRoutes, views)
    await people.register(peopleRoutes, views)
    await people.register(tokenRoutes, { ...views, collectorUrl: settings.publicUrl, updateKey: settings.updateKey })
    await people.register(agentUpdateRoutes, { database, files })
    await people.register(rolloutRoutes, { ...views, book })
    await people.register(auditRoutes, { database })
    await people.register(unitTreeRoutes, views)
    await people.register(unitTreeExportRoutes, views)
    await people.register(unitRoutes, { database })
    await people.register(bundleRoutes, { database, calendar, now })
    await people.register(bundleListRoutes, { database })
    await people.register(catalogueRoutes)
    await people.register(documentationRoutes)
    await people.register(operatorRoutes, { database, metrics })
    await people.register(pageRoutes)
  })
  return app
}
