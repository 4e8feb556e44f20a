/** The one Chromium of a test file: an installed one when there is one, else the one that comes through npm. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { after } from 'node:test'
import { type Browser, chromium } from 'playwright-core'
import { type UnpackedChromium, unpackChromium } from './unpacked-chromium.ts'

// Not the npm package's own arguments: its --single-process crashes on a second context.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

let started: Promise<Browser> | undefined

/** Starts the browser on first use and closes it after the file's last test. */
export function theBrowser(): Promise<Browser> {
  started ??= launch()
  return started
}

after(async () => {
  if (started) await (await started).close()
})

async function launch(): Promise<Browser> {
  const { executable, environment } = installedChromium() ?? (await unpackChromium())
  return chromium.launch({
    executablePath: executable,
    args: ARGUMENTS,
    env: { ...(process.env as Record<string, string>), ...environment, TZ: 'Asia/Ho_Chi_Minh' },
  })
}

function installedChromium(): UnpackedChromium | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const name of NAMES) {
    const folder = folders.find((candidate) => existsSync(join(candidate, name)))
    if (folder !== undefined) return { executable: join(folder, name), environment: {} }
  }
  return undefined
}
