/** Figures for whoever watches the collector, in Prometheus text; never labelled by PC. */
import type { BackupStanding } from '@somay/shared/api/alerts.ts'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = {
  readonly registry: Registry
  readonly reports: Counter<'outcome'>
  readonly batch: Histogram
}

type Watched = { readonly waiting: () => number; readonly backups: () => Promise<BackupStanding | undefined> }

export function createMetrics({ waiting, backups }: Watched): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'somay_ingest_waiting',
    help: 'Reports waiting for their transaction.',
    registers: [registry],
    collect() {
      this.set(waiting())
    },
  })
  new Gauge({
    name: 'somay_backup_newest_timestamp_seconds',
    help: 'When the newest daily backup was made; NaN where there is none, or they are made elsewhere.',
    registers: [registry],
    async collect() {
      const newestAt = (await backups())?.newestAt
      this.set(newestAt === undefined ? Number.NaN : newestAt / 1_000)
    },
  })
  new Gauge({
    name: 'somay_backup_good',
    help: '1: the daily backup is as it should be; 0: it failed, is too old or is not set up; NaN: backups are made elsewhere.',
    registers: [registry],
    async collect() {
      const state = (await backups())?.state
      this.set(state === undefined ? Number.NaN : Number(state === 'good'))
    },
  })
  return {
    registry,
    reports: new Counter({
      name: 'somay_reports_total',
      help: 'Reports by what became of them.',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    batch: new Histogram({
      name: 'somay_ingest_batch_size',
      help: 'Reports stored by one transaction.',
      buckets: [1, 4, 16, 64, 256, 512],
      registers: [registry],
    }),
  }
}
