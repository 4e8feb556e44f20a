/** The picture in the tray, drawn here so that no file is needed: three lines of a ledger on the accent of the product. */

export const TRAY_SIZE_PX = 16

// BGRA, as Electron takes bitmaps.
const ACCENT = [0xad, 0x5c, 0x0b, 0xff]
const PAPER = [0xff, 0xff, 0xff, 0xff]
const LINES = new Set([4, 8, 11])
const MARGIN_PX = 3

export function trayBitmap(): Buffer {
  const pixels: number[] = []
  for (let y = 0; y < TRAY_SIZE_PX; y++) {
    for (let x = 0; x < TRAY_SIZE_PX; x++) {
      const isLine = LINES.has(y) && x >= MARGIN_PX && x < TRAY_SIZE_PX - MARGIN_PX
      pixels.push(...(isLine ? PAPER : ACCENT))
    }
  }
  return Buffer.from(pixels)
}
