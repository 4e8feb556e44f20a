/** Which PCs a stage takes in: always the same ones, so that 50 % holds the 10 % and nobody is asked. Pure. */
import { createHash } from 'node:crypto'

const HUNDREDTHS = 10_000

/** Another version begins with other PCs: no PC is the first to try everything. */
export function isInStage(pcId: number, version: string, percent: number): boolean {
  const place = createHash('sha256').update(`${version}\n${pcId}`).digest().readUInt32BE(0) % HUNDREDTHS
  return place < percent * (HUNDREDTHS / 100)
}
