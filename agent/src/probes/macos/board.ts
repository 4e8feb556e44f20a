/** The main board as far as the I/O Registry tells: its name everywhere, its serial on Apple silicon alone. */
import type { FactValue } from '@somay/shared/facts/index.ts'
import type { FactBody } from '@somay/shared/facts/spec.ts'
import { isUnknown } from '@somay/shared/unknown.ts'
import { because } from '../because.ts'
import { type MacReading, textOf } from './profile.ts'
import { nodeIn, registryIdentifier } from './registry.ts'

export function parseBoardOnMac(mac: MacReading | undefined): FactBody<FactValue<'board'>> {
  const node = nodeIn(textOf(mac, 'machine'), 'IOPlatformExpertDevice')
  if (node.kind !== 'read') return because(node)
  // Intel: "Mac-" and a number. Apple silicon has no such name and calls the board by its target, as J313; on Intel that only says "Mac".
  const boardId = registryIdentifier(node, 'board-id')
  return {
    known: {
      manufacturer: registryIdentifier(node, 'manufacturer'),
      model: isUnknown(boardId) ? registryIdentifier(node, 'target-type') : boardId,
      serial: registryIdentifier(node, 'mlb-serial-number'),
    },
    source: 'I/O Registry',
  }
}
