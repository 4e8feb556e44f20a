/** The package of the agent for macOS, as far as it can be checked elsewhere: what launchd starts is what the package lays out. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const at = (name: string) => fileURLToPath(new URL(`../../installers/macos/${name}`, import.meta.url))

test('what launchd starts is what the package lays out, and both scripts are sound', () => {
  const plist = readFileSync(at('vn.somay.agent.plist'), 'utf8')
  const build = readFileSync(at('build-pkg.sh'), 'utf8')
  const after = readFileSync(at('scripts/postinstall'), 'utf8')
  const [, label] = /<key>Label<\/key>\s*<string>([^<]+)/.exec(plist) ?? []
  const [, started] = /<key>ProgramArguments<\/key>\s*<array>(.*?)<\/array>/s.exec(plist) ?? []
  assert.ok(label && started)
  for (const [, path = ''] of started.matchAll(/<string>(\/[^<]+)\//g)) assert.ok(build.includes(`$tree${path}`), path)
  assert.ok(after.includes(`system/${label}`) && build.includes(`--identifier ${label}`))
  const tags = (pattern: RegExp) => [...plist.matchAll(pattern)].length
  for (const tag of ['dict', 'array', 'key', 'string', 'integer'])
    assert.equal(tags(new RegExp(`<${tag}>`, 'g')), tags(new RegExp(`</${tag}>`, 'g')), tag)
  for (const script of ['build-pkg.sh', 'scripts/postinstall']) assert.equal(spawnSync('sh', ['-n', at(script)]).status, 0, script)
})
