/** Waits for a condition by asking for it again and again, with a deadline; never for a length of time. */
const MOST_WAIT_MS = 60_000
const ASK_EVERY_MS = 25

export async function until<T>(what: string, ask: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const deadline = performance.now() + MOST_WAIT_MS
  for (;;) {
    const found = await ask()
    if (found !== undefined && found !== false) return found
    if (performance.now() > deadline) throw new Error(`within ${MOST_WAIT_MS / 1_000} s it did not happen: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}
