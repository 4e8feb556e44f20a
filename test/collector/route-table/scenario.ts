/** A route as the census asks it. */
import type { Access } from '#collector/access/access.ts'

export type Scenario = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly access: Access
  /** The address asked, when the route's has parameters. */
  readonly ask?: string
  readonly payload?: object
  /** What someone who may call it gets. */
  readonly allowed: number
  /** Texts that a refused caller must not see. */
  readonly secret?: string
}
