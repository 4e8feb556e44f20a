/** What Windows 11 asks of the firmware: a TPM 2.0 and Secure Boot. Both are often only switched off, which is no reason to buy anything. */
import { isUnknown } from '@somay/shared/unknown.ts'
import { always, equal } from './condition.ts'
import type { Rule } from './rule.ts'
import { sentence } from './words.ts'

const SOURCE = { title: 'Windows 11 requirements', address: 'https://www.microsoft.com/windows/windows-11-specifications' }

export const win11TpmRule: Rule = {
  code: 'win11-tpm',
  title: { vi: 'Windows 11: TPM 2.0', en: 'Windows 11: TPM 2.0' },
  question: { vi: 'Máy có TPM 2.0 không?', en: 'Has the PC a TPM 2.0?' },
  facts: ['tpm'],
  asked: 'windows-11',
  follows: 'nothing',
  holdsUp: false,
  after: ['win11-processor'],
  points: 0,
  remedies: ['check-firmware'],
  source: SOURCE,
  cases: () => [
    { when: equal('tpm', '2.0'), gives: 'meets', says: () => sentence('Có TPM 2.0.', 'It has a TPM 2.0.') },
    {
      when: always,
      gives: 'check-firmware',
      says: ({ tpm, windows11Processor }) => {
        if (tpm !== 'none')
          return sentence('TPM 1.2; xem BIOS có chuyển sang 2.0 được không.', 'TPM 1.2; see whether the firmware can switch to 2.0.')
        // One that Windows 11 does not take is of before they had a TPM in them.
        if (windows11Processor === false) return sentence('Hệ điều hành không thấy TPM.', 'The system sees no TPM.')
        if (isUnknown(windows11Processor))
          return sentence(
            'Hệ điều hành không thấy TPM; xem trong BIOS có không (PTT, fTPM).',
            'The system sees no TPM; look in the firmware whether there is one (PTT, fTPM).',
          )
        return sentence(
          'Hệ điều hành không thấy TPM; bộ xử lý đời này có sẵn, xem trong BIOS (PTT, fTPM).',
          'The system sees no TPM; processors of this age have one, look in the firmware (PTT, fTPM).',
        )
      },
    },
  ],
}

export const win11SecureBootRule: Rule = {
  code: 'win11-secure-boot',
  title: { vi: 'Windows 11: khởi động an toàn', en: 'Windows 11: Secure Boot' },
  question: { vi: 'Máy có hỗ trợ khởi động an toàn không?', en: 'Is the PC capable of Secure Boot?' },
  facts: ['secure-boot'],
  asked: 'windows-11',
  follows: 'nothing',
  holdsUp: false,
  after: ['win11-processor'],
  points: 0,
  remedies: ['check-firmware'],
  source: SOURCE,
  cases: () => [
    {
      when: equal('secureBootCapable', true),
      gives: 'meets',
      says: () => sentence('Hỗ trợ khởi động an toàn.', 'Capable of Secure Boot.'),
    },
    {
      when: always,
      gives: 'check-firmware',
      says: () =>
        sentence(
          'Đang khởi động kiểu cũ; đổi sang UEFI trong BIOS rồi đọc lại.',
          'It starts the old way; change to UEFI in the firmware and read again.',
        ),
    },
  ],
}
