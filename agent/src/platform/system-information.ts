/** One subject of the package systeminformation at a time, loaded only when asked: its defaults on failure look like measurements. */

export type ProcessorSubject = { readonly brand: string; readonly vendor: string; readonly speedMax: number }

/** Processor name where /proc/cpuinfo has none (ARM). Empty text and 0 mean "not read"; its core and socket counts fall back to guesses, so they are not taken. */
export async function readProcessorSubject(): Promise<ProcessorSubject> {
  const { default: systeminformation } = await import('systeminformation')
  const { brand, vendor, speedMax } = await systeminformation.cpu()
  return { brand, vendor, speedMax }
}
