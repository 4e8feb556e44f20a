/** The commands that end when their work is done; loaded together, and never by the resident process. */
export { bundle } from './bundle.ts'
export { child } from './child.ts'
export { enrolCommand as enrol } from './enrol.ts'
export { once } from './once.ts'
export { showSent as 'show-sent' } from './show-sent.ts'
export { status } from './status.ts'
export { openWindow as window } from './window.ts'
