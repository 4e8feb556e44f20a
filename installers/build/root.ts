/** Where the clone lies, with a separator at the end. */
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
