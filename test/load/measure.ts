/** Rows of the bench's table, and how percentiles and sizes are taken. */

export type Row = { readonly what: string; readonly figure: string; readonly wanted?: string; readonly met?: boolean }

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Runs `work` so many times after one warm-up and gives the sorted times in ms. */
export async function timesOf(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)
}

export function printTable(rows: readonly Row[]): void {
  const cells = rows.map(({ what, figure, wanted = '', met }) => [what, figure, wanted, met === undefined ? '' : met ? 'met' : 'NOT MET'])
  const all = [['figure', 'measured', 'wanted', ''], ...cells]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)))
  for (const row of all)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
