/** Free room in steps: a fact that changed with every written file would travel every time. */

const FREE_STEP_BYTES = 64 * 1024 * 1024

export function roundedFree(bytes: number): number {
  return Math.floor(bytes / FREE_STEP_BYTES) * FREE_STEP_BYTES
}
