/** Enrols many PCs straight into a ledger before its collector starts, and gives their credentials. */
import { randomBytes } from 'node:crypto'
import { hashSecret } from '#collector/platform/secrets.ts'
import { openDatabase } from '#collector/store/database.ts'
import { createEnrolToken } from '#collector/store/enrol-tokens.ts'
import { firstUnit } from '#collector/store/units.ts'

const DAY_MS = 86_400_000

export async function enrolledPcs(dataFolder: string, count: number, address = ''): Promise<{ pcId: number; credential: string }[]> {
  const database = await openDatabase(dataFolder, address)
  try {
    const at = Date.now()
    const unitId = await firstUnit(database, '2016-01-01')
    const { token } = await createEnrolToken(database, { who: 'test', unitId, label: 'test', at, validMs: DAY_MS, useLimit: count })
    const credentials = Array.from({ length: count }, (_, index) => `credential-${index}`)
    const ids = await database.enrolPcs(
      credentials.map((credential, index) => ({
        tokenHash: hashSecret(token),
        hostName: `PC-${index + 1}`,
        agentVersion: '0.1.0',
        publicKey: randomBytes(32).toString('base64url'),
        credentialHash: hashSecret(credential),
        pieces: [],
        at,
      })),
    )
    return credentials.map((credential, index) => ({ credential, pcId: ids[index] as number }))
  } finally {
    await database.close()
  }
}
