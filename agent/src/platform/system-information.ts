/** One subject of the package systeminformation at a time, loaded only when asked: its defaults on failure look like measurements. */

export type ProcessorSubject = { readonly brand: string; readonly vendor: string; readonly speedMax: number }

/**
 * The processor's name where /proc/cpuinfo has none (ARM). Empty text and 0 mean "not read". Its counts of cores and sockets
 * fall back to guesses, so they are not taken.
 */
export async function readProcessorSubject(): Promise<ProcessorSubject> {
  // Only the subject's own file: the whole package would bring Wi-Fi names, users and processes into the bundle.
  const { cpu } = await import('systeminformation/lib/cpu.js')
  const { brand, vendor, speedMax } = await cpu()
  return { brand, vendor, speedMax }
}
