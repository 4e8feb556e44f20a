/** The built agent under another version: what a later release would be, without building it again. */
import assert from 'node:assert/strict'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PRODUCT_VERSION } from '#shared/product-version.ts'

const BUILT = fileURLToPath(new URL('../../agent/dist', import.meta.url))

/** A folder of bundles for `buildDeb` and `stageAgent`. */
export function agentOfVersion(version: string, into: string): string {
  cpSync(BUILT, into, { recursive: true, filter: (path) => !path.endsWith('.map') && !/[\\/](desktop|window)$/.test(path) })
  let found = 0
  for (const name of readdirSync(into).filter((one) => one.endsWith('.mjs'))) {
    const text = readFileSync(join(into, name), 'utf8')
    const own = text.replaceAll(new RegExp(`(["\`'])${PRODUCT_VERSION.replaceAll('.', '\\.')}\\1`, 'g'), () => {
      found++
      return JSON.stringify(version)
    })
    writeFileSync(join(into, name), own)
  }
  assert.ok(found > 0, 'the bundles do not say their version')
  return into
}

/** One that ends as soon as it starts. */
export function brokenAgentOfVersion(version: string, into: string): string {
  agentOfVersion(version, into)
  writeFileSync(join(into, 'agent.mjs'), 'process.exit(1)\n')
  return into
}
