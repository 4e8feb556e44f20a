/** Signs what Windows checks: service host, MSI and EXE, by a certificate of the agency or of the publisher (PFX), through osslsigncode. */
import { rename } from 'node:fs/promises'
import { runTool } from '../build/run-tool.ts'

export type Signer = {
  readonly pfx: string
  /** A file that holds the password alone: on a command line everybody on the building machine would read it. */
  readonly passwordFile: string
  /** Of a time-stamping authority; without one the signature ends with its certificate. */
  readonly timestampUrl: string | undefined
}

/** In place. Throws with what osslsigncode said. */
export async function sign(path: string, { pfx, passwordFile, timestampUrl }: Signer): Promise<void> {
  const signed = `${path}.signed`
  const stamp = timestampUrl === undefined ? [] : ['-ts', timestampUrl]
  await runTool('osslsigncode', [
    ...['sign', '-pkcs12', pfx, '-readpass', passwordFile, '-h', 'sha256', '-n', 'So May Agent', ...stamp],
    ...['-in', path, '-out', signed],
  ])
  await rename(signed, path)
}
