/** What evidence of identity is called. */
import type { Vocabulary } from './choices.ts'

export const EVIDENCE_KINDS: Vocabulary = {
  'agent-key': { vi: 'khóa phần mềm trạm', en: 'agent’s key' },
  uuid: { vi: 'UUID của máy', en: 'SMBIOS UUID' },
  'system-serial': { vi: 'serial máy', en: 'system serial' },
  'board-serial': { vi: 'serial bo mạch', en: 'board serial' },
  'chassis-serial': { vi: 'serial vỏ máy', en: 'chassis serial' },
  'machine-id': { vi: 'mã bản cài hệ điều hành', en: 'id of the installation' },
  mac: { vi: 'địa chỉ MAC', en: 'MAC address' },
  'disk-serial': { vi: 'serial ổ đĩa', en: 'disk serial' },
}
