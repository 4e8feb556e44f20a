/** Protection against malware and loss: both are work, not purchases. */
import { always, equal } from './condition.ts'
import type { Rule } from './rule.ts'
import { OWN_POLICY, sentence } from './words.ts'

export const antivirusRule: Rule = {
  code: 'antivirus',
  title: { vi: 'Chống mã độc', en: 'Antivirus' },
  question: { vi: 'Có phần mềm chống mã độc đang bật và còn mới không?', en: 'Is some antivirus on and fresh?' },
  facts: ['antivirus'],
  asked: 'always',
  follows: 'nothing',
  holdsUp: false,
  after: [],
  points: 3,
  remedies: ['protect-from-malware'],
  source: { title: 'Windows Security Center' },
  cases: () => [
    { when: equal('protectedFromMalware', true), gives: 'meets', says: () => sentence('Đang được bảo vệ.', 'It is protected.') },
    {
      when: always,
      gives: 'protect-from-malware',
      says: () => sentence('Không có phần mềm chống mã độc nào đang bật và còn mới.', 'No antivirus is on and fresh.'),
    },
  ],
}

export const encryptionRule: Rule = {
  code: 'encryption',
  title: { vi: 'Mã hóa ổ hệ thống', en: 'Encrypted system volume' },
  question: { vi: 'Ổ hệ thống có được mã hóa không?', en: 'Is the system volume encrypted?' },
  facts: ['disk-encryption'],
  asked: 'always',
  follows: 'policy',
  holdsUp: false,
  after: [],
  points: 1,
  remedies: ['encrypt'],
  source: OWN_POLICY,
  cases: ({ encryption }) => [
    ...(encryption
      ? []
      : [
          {
            when: always,
            gives: 'meets' as const,
            says: () => sentence('Chính sách không đòi mã hóa.', 'The policy asks for no encryption.'),
          },
        ]),
    {
      when: equal('systemEncrypted', true),
      gives: 'meets',
      says: () => sentence('Ổ hệ thống đã mã hóa.', 'The system volume is encrypted.'),
    },
    { when: always, gives: 'encrypt', says: () => sentence('Ổ hệ thống chưa mã hóa.', 'The system volume is not encrypted.') },
  ],
}
