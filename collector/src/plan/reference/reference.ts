/** The dated tables rules rest on, each with its source and its date; a newer file takes the place of what is built in. */

import type { Lifecycle } from './lifecycle.ts'
import lifecycle from './os-lifecycle.json' with { type: 'json' }
import type { Builds } from './patches.ts'
import builds from './windows-builds.json' with { type: 'json' }

export type Reference = { readonly lifecycle: Lifecycle; readonly builds: Builds }

export const BUILT_IN: Reference = { lifecycle, builds: builds as unknown as Builds }
