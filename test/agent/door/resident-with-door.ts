/** A resident agent as a real process, whose door a test knocks at. */
import type { TestContext } from 'node:test'
import { knock } from '#agent/door/knock.ts'
import type { AnswerOf, QuestionOf, RequestName } from '#agent/door/requests.ts'
import { until } from '../../until.ts'
import { type AgentProcess, PROGRAM, startAgent } from '../run-agent.ts'
import { type ScriptedCollector, scriptedCollector } from '../scripted-collector.ts'
import { quickStateFolder } from '../temporary-folder.ts'

export type ResidentWithDoor = {
  readonly agent: AgentProcess
  readonly collector: ScriptedCollector
  readonly folder: string
  readonly door: string
  readonly environment: NodeJS.ProcessEnv
  /** The answer, or an error that says how it was refused. */
  ask<N extends RequestName>(name: N, question: QuestionOf<N>): Promise<AnswerOf<N>>
}

export async function residentWithDoor(t: TestContext, folder = quickStateFolder(t), program = PROGRAM): Promise<ResidentWithDoor> {
  const collector = await scriptedCollector(t)
  const environment = { SOMAY_AGENT_STATE: folder, SOMAY_COLLECTOR: collector.url, SOMAY_TOKEN: 'token-of-the-unit' }
  const agent = startAgent(t, ['run'], environment, program)
  const door = `${folder}/door.sock`
  await until('the door answers', async () => (await knock([door], 'status', {})).kind === 'answered')
  return { agent, collector, folder, door, environment, ask: (name, question) => askAt(door, name, question) }
}

export async function askAt<N extends RequestName>(door: string, name: N, question: QuestionOf<N>): Promise<AnswerOf<N>> {
  const knocked = await knock([door], name, question)
  if (knocked.kind !== 'answered') throw new Error(`${name}: ${JSON.stringify(knocked)}`)
  return knocked.value
}
