/** What dpkg runs before and after the collector's package. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build/root.ts'
import { script } from '../linux/deb-scripts.ts'

const afterInstall = readFileSync(join(root, 'installers/collector/after-install.sh'), 'utf8')

export const COLLECTOR_DEB_SCRIPTS: Readonly<Record<'postinst' | 'prerm' | 'postrm', string>> = {
  postinst: script('[ "$1" = configure ] || exit 0', afterInstall),
  prerm: script(
    // A newer product changes the ledger, and an older one refuses it then: the way back is this file.
    'if [ "$1" = upgrade ]; then',
    '  somay-collector backup --out "/var/backups/somay/before-$2.db.zst" > /dev/null || echo "somay-collector: không sao lưu được trước khi nâng cấp / no backup was made before the upgrade" >&2',
    'fi',
    'if [ -d /run/systemd/system ]; then',
    '  systemctl stop somay-collector.service || true',
    '  if [ "$1" = remove ]; then systemctl --no-reload disable somay-collector.service > /dev/null 2>&1 || true; fi',
    'fi',
  ),
  // Removed, the ledger and the settings stay; purged, they go. Backups are nobody's to remove but a person's.
  postrm: script(
    'if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi',
    'if [ "$1" = purge ]; then',
    '  rm -rf /var/lib/somay /etc/somay-collector',
    '  if getent passwd somay > /dev/null; then userdel somay > /dev/null 2>&1 || true; fi',
    '  if ! rmdir /var/backups/somay 2> /dev/null && [ -d /var/backups/somay ]; then',
    '    echo "Sổ Máy: bản sao lưu còn ở /var/backups/somay / So May: backups are left in /var/backups/somay"',
    '  fi',
    'fi',
  ),
}
