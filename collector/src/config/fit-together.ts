/** Settings that are each in order and do not fit together: refused at the start, with the ways out. */
import { SettingRefused } from './read-settings.ts'
import type { Settings } from './settings.ts'

/** Throws SettingRefused. */
export function checkTogether({ host, tlsCertificate, tlsKey, plainHttp, trustedProxies, database, backupFolder }: Settings): void {
  if ((tlsCertificate === '') !== (tlsKey === '')) throw new SettingRefused(HALF_A_PAIR)
  const isOpen = tlsCertificate === '' && !isLoopback(host) && trustedProxies.length === 0 && !plainHttp
  if (isOpen) throw new SettingRefused(unencrypted(host))
  if (database !== '' && backupFolder !== '') throw new SettingRefused(NOT_OURS_TO_BACK_UP)
}

/** Whether only programs of this machine reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

const HALF_A_PAIR = {
  vi: 'HTTPS cần cả chứng thư (--tls-cert) và khóa riêng của nó (--tls-key).',
  en: 'HTTPS takes both a certificate (--tls-cert) and its private key (--tls-key).',
}

const unencrypted = (host: string) => ({
  vi: `Không mở HTTP không mã hóa ở ${host}: mật khẩu và khóa của máy sẽ đi qua mạng ai cũng đọc được. Ba cách: (1) dùng HTTPS với --tls-cert và --tls-key, tạo được bằng lệnh "tls make"; (2) để --host 127.0.0.1, hoặc khai máy chủ trung gian có HTTPS bằng --trusted-proxies; (3) nếu mạng đã được bảo vệ cách khác, nói rõ bằng --plain-http yes.`,
  en: `Unencrypted HTTP is not opened at ${host}: passwords and the keys of PCs would cross the network for anyone to read. Three ways out: (1) HTTPS with --tls-cert and --tls-key, which the command "tls make" makes; (2) --host 127.0.0.1, or name the proxy that has HTTPS with --trusted-proxies; (3) if the network is protected otherwise, say so with --plain-http yes.`,
})

const NOT_OURS_TO_BACK_UP = {
  vi: 'Sổ nằm trong PostgreSQL: bỏ --backup-folder (SOMAY_BACKUP_FOLDER) và đặt lịch pg_dump trên máy chủ đó.',
  en: 'The ledger lies in PostgreSQL: leave out --backup-folder (SOMAY_BACKUP_FOLDER) and schedule pg_dump on that server.',
}
