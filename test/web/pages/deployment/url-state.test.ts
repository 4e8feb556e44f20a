/** The address of the deployment page: a link shows a colleague the same choice. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { METHODS, SYSTEMS } from '#web/pages/deployment/commands.ts'
import { deploymentAddress, readDeploymentView, SPANS } from '#web/pages/deployment/url-state.ts'

test('every choice survives the address', () => {
  for (const system of SYSTEMS)
    for (const method of METHODS[system])
      for (const since of SPANS) {
        const view = { unit: 7, system, method, since }
        assert.deepEqual(readDeploymentView(new URL(deploymentAddress(view), 'http://somay').search), view)
      }
})

test('what is as usual is left out, and nonsense is as usual', () => {
  const usual = { unit: undefined, system: 'windows', method: 'command', since: 'opened' } as const
  assert.equal(deploymentAddress(usual), '/deployment')
  assert.deepEqual(readDeploymentView('?unit=-1&system=os2&method=policy2&since=never'), usual)
})

test('a method the system does not know gives way to its usual one', () => {
  assert.equal(readDeploymentView('?system=debian&method=policy').method, 'command')
})
