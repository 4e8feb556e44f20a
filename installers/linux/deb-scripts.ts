/** What dpkg runs before and after; each stops at the first error, as Debian's policy asks. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build/root.ts'

const afterInstall = readFileSync(join(root, 'installers/linux/after-install.sh'), 'utf8')

export const script = (...lines: readonly string[]) => ['#!/bin/sh', 'set -e', ...lines, ''].join('\n')

export const DEB_SCRIPTS: Readonly<Record<'postinst' | 'prerm' | 'postrm', string>> = {
  postinst: script('[ "$1" = configure ] || exit 0', afterInstall),
  prerm: script(
    'if [ "$1" = remove ] && [ -d /run/systemd/system ]; then systemctl --no-reload disable --now somay-agent-update.path somay-agent.service > /dev/null 2>&1 || true; fi',
  ),
  // Removed, its settings and who the PC is stay; purged, nothing of it does.
  postrm: script(
    'if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi',
    'if [ "$1" = purge ]; then',
    '  rm -rf /var/lib/somay-agent /var/lib/somay-agent-update',
    '  rm -f /etc/somay/agent.json /etc/somay/agent.json.new',
    '  rmdir --ignore-fail-on-non-empty /etc/somay 2> /dev/null || true',
    '  if getent passwd somay-agent > /dev/null; then userdel somay-agent > /dev/null 2>&1 || true; fi',
    'fi',
  ),
}
