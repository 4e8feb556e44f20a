/** Instants to the minute: the kernel works the boot time out from the clock, so it moves by a second whenever the clock is set. */

const MINUTE_SECONDS = 60

export function atMinute(seconds: number): string {
  return new Date(Math.floor(seconds / MINUTE_SECONDS) * MINUTE_SECONDS * 1_000).toISOString()
}

export function toMinute(iso: string): string {
  return atMinute(Date.parse(iso) / 1_000)
}
