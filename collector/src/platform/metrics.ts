/** Figures for whoever watches the collector, in Prometheus text; never labelled by PC. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = {
  readonly registry: Registry
  readonly reports: Counter<'outcome'>
  readonly batch: Histogram
}

export function createMetrics(waiting: () => number): Metrics {
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
