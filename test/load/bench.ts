/** `npm run bench`: one table of figures, ratios taken in one run; nothing here passes or fails a test. Names after it pick parts. */
import { parseArgs } from 'node:util'
import type { Lifetime } from '../collector-process.ts'
import { agentFigures } from './agent-figures.ts'
import { countFigures } from './count-figures.ts'
import { identityFigures } from './identity-figures.ts'
import { ingestFigures } from './ingest-figures.ts'
import { listFigures } from './list-figures.ts'
import { printTable, type Row } from './measure.ts'
import { pagesFigures } from './pages-figures.ts'
import { planFigures } from './plan-figures.ts'

const { values, positionals } = parseArgs({ options: { pcs: { type: 'string', default: '100000' } }, allowPositionals: true })

const PARTS: Readonly<Record<string, (life: Lifetime) => Promise<Row[]>>> = {
  ingest: ingestFigures,
  list: (life) => listFigures(life, Number(values.pcs)),
  counts: (life) => countFigures(life, Number(values.pcs)),
  plan: (life) => planFigures(life, Number(values.pcs)),
  agent: agentFigures,
  identity: identityFigures,
  pages: pagesFigures,
}

const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS)
const rows: Row[] = []
for (const name of chosen) {
  const part = PARTS[name]
  if (!part) throw new Error(`bench knows ${Object.keys(PARTS).join(', ')}; not ${name}`)
  const ends: (() => Promise<void>)[] = []
  try {
    rows.push(...(await part({ after: (end) => void ends.push(end) })))
  } finally {
    for (const end of ends.reverse()) await end()
  }
}
printTable(rows)
