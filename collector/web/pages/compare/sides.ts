/** Which two counts are compared: a day, "2026-09-30", or a frozen report, "r3"; and how long before a day the usual other one lies. Pure. */
export type Side = { readonly report: number } | { readonly day: string | undefined }

export function readSide(text: string | null): Side {
  const report = /^r(\d{1,15})$/.exec(text ?? '')?.[1]
  if (report !== undefined) return { report: Number(report) }
  return { day: text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined }
}

export function sideText(side: Side): string {
  return 'report' in side ? `r${side.report}` : (side.day ?? '')
}

const DAY_MS = 86_400_000
const MONTH_DAYS = 30

export function monthBefore(day: string): string {
  return new Date(Date.parse(day) - MONTH_DAYS * DAY_MS).toISOString().slice(0, 10)
}
