/** The TPM: by Windows' own class for administrators, by its device for everyone. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { type Unknown, unknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { type Row, rowsOf, type WindowsReading } from './inventory.ts'
import { notTold, numberOf, textOf, yesNoOf } from './properties.ts'

type Tpm = FactValue<'tpm'>

/** ACPI names of a TPM 1.2: the common one, and those of single makers. */
const OLD_CHIPS = /PNP0C31|IFX0102|STM0125|SMO1200|BCM0102/

export function parseTpmOnWindows(windows: WindowsReading | undefined): FactBody<Tpm> {
  const chips = rowsOf(windows, 'tpm', 'tpm')
  const devices = rowsOf(windows, 'tpm', 'devices')
  const device = devices.kind === 'read' ? devices.value[0] : undefined
  if (chips.kind === 'read') {
    const [chip] = chips.value
    if (chip) return fromClass(chip)
    // The device is there and the class shows nothing: no driver is at work for it.
    if (device) return unknown('failed', 'the firmware announces a TPM, but Windows has no driver at work for it')
    return devices.kind === 'read' ? { known: { present: false }, source: 'Win32_Tpm' } : because(devices)
  }
  // "No device" alone is no proof of absence: the answer of the class is missing.
  return device ? fromDevice(device, because(chips)) : because(chips)
}

function fromClass(chip: Row): FactBody<Tpm> {
  const enabled = yesNoOf(chip, 'IsEnabled_InitialValue')
  const activated = yesNoOf(chip, 'IsActivated_InitialValue')
  return {
    known: {
      present: true,
      // "2.0, 0, 1.38": the specification, its level, its errata.
      specVersion:
        /^\d+\.\d+/.exec(textOf(chip, 'SpecVersion') ?? '')?.[0] ?? unknown('not-supported', 'SpecVersion: Windows does not tell'),
      enabled: enabled === undefined ? notTold(chip, 'IsEnabled_InitialValue') : enabled && activated !== false,
      manufacturer:
        textOf(chip, 'ManufacturerIdTxt', 60) ?? lettersIn(numberOf(chip, 'ManufacturerId')) ?? notTold(chip, 'ManufacturerIdTxt'),
    },
    source: 'Win32_Tpm',
  }
}

/** ManufacturerId holds four letters, one a byte (TCG vendor ids). */
function lettersIn(id: number | undefined): string | undefined {
  if (!id || id > 0xffff_ffff) return undefined
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(id)
  const letters = bytes
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
  return letters === '' ? undefined : letters
}

function fromDevice(device: Row, why: Unknown): FactBody<Tpm> {
  const id = textOf(device, 'DeviceID', 1_000)?.toUpperCase() ?? ''
  // A device with a problem number (disabled, no driver) is not one at work.
  const problem = numberOf(device, 'ConfigManagerErrorCode')
  return {
    known: {
      present: true,
      specVersion: id.includes('MSFT0101') ? '2.0' : OLD_CHIPS.test(id) ? '1.2' : why,
      // The driver of a TPM 1.2 starts for a chip that is switched off, too.
      enabled: problem === 0 && id.includes('MSFT0101') ? true : why,
      manufacturer: why,
    },
    source: 'Win32_PnPEntity',
  }
}
