/** The deployment page's view as its address has it: for which unit, how PCs there are installed, since when arrivals are shown. Pure. */
import { METHODS, type Method, SYSTEMS, type System } from './commands.ts'

const DEPLOYMENT = '/deployment'

/** `opened`: since the page was. */
export const SPANS = ['opened', 'day', 'week'] as const
export type Span = (typeof SPANS)[number]

export type DeploymentView = {
  readonly unit: number | undefined
  readonly system: System
  readonly method: Method
  readonly since: Span
}

export function readDeploymentView(search: string): DeploymentView {
  const parameters = new URLSearchParams(search)
  const unit = Number(parameters.get('unit'))
  const system = SYSTEMS.find((one) => one === parameters.get('system')) ?? 'windows'
  return {
    unit: Number.isSafeInteger(unit) && unit > 0 ? unit : undefined,
    system,
    method: methodFor(system, parameters.get('method')),
    since: SPANS.find((one) => one === parameters.get('since')) ?? 'opened',
  }
}

/** The method asked for where the system knows it, else its usual one. */
export function methodFor(system: System, method: string | null): Method {
  const known: readonly Method[] = METHODS[system]
  return known.find((one) => one === method) ?? METHODS[system][0]
}

/** What is as usual is left out. */
export function deploymentAddress({ unit, system, method, since }: DeploymentView): string {
  const parameters = new URLSearchParams()
  if (unit !== undefined) parameters.set('unit', String(unit))
  if (system !== 'windows') parameters.set('system', system)
  if (method !== METHODS[system][0]) parameters.set('method', method)
  if (since !== 'opened') parameters.set('since', since)
  const text = parameters.toString()
  return text === '' ? DEPLOYMENT : `${DEPLOYMENT}?${text}`
}
