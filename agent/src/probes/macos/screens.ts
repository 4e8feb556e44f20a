/** What screens tell of themselves on Apple silicon, which keeps no EDID: a record a screen in the I/O Registry. */
import type { TextReading } from '../../platform/reading.ts'

export type Screen = {
  readonly vendorId: number
  readonly productId: number
  readonly manufacturer: string | undefined
  readonly name: string | undefined
  readonly serialText: string | undefined
  readonly serialNumber: number | undefined
  readonly madeYear: number | undefined
  readonly widthPx: number | undefined
  readonly heightPx: number | undefined
}

const RECORD = /^\s*"DisplayAttributes" = (.*)$/gm

/** None where the registry was not read: then the report of system_profiler stands alone. */
export function screensIn(text: TextReading): Screen[] {
  if (text.kind !== 'read') return []
  return [...text.value.matchAll(RECORD)].flatMap(([, record = '']): Screen[] => {
    const vendorId = numberIn(record, 'LegacyManufacturerID')
    const productId = numberIn(record, 'ProductID')
    if (vendorId === undefined || productId === undefined) return []
    return [
      {
        vendorId,
        productId,
        manufacturer: textIn(record, 'ManufacturerID'),
        name: textIn(record, 'ProductName'),
        serialText: textIn(record, 'AlphanumericSerialNumber'),
        serialNumber: numberIn(record, 'SerialNumber'),
        madeYear: numberIn(record, 'YearOfManufacture'),
        widthPx: numberIn(record, 'NativeFormatHorizontalPixels'),
        heightPx: numberIn(record, 'NativeFormatVerticalPixels'),
      },
    ]
  })
}

function numberIn(record: string, key: string): number | undefined {
  const digits = new RegExp(`"${key}"=(\\d{1,15})[,}]`).exec(record)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function textIn(record: string, key: string): string | undefined {
  return new RegExp(`"${key}"="([^"]*)"`).exec(record)?.[1]
}
