/** The one browser of a test file. */
import { after } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './launch-browser.ts'

let started: Promise<Browser> | undefined

/** Starts the browser on first use and closes it after the file's last test. */
export function theBrowser(): Promise<Browser> {
  started ??= launchBrowser()
  return started
}

after(async () => {
  if (started) await (await started).close()
})
