/** Builds the RPM package of the agent, from the tree and the steps of the Debian one. */
import { readFileSync } from 'node:fs'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { root } from '../build/root.ts'
import { runTool } from '../build/run-tool.ts'
import type { Compression } from './pack-deb.ts'
import { stageAgent } from './stage-agent.ts'

const ARCHES = { x64: 'x86_64', arm64: 'aarch64' } as const

/** Level 19 takes twenty times as long for a fifth less. */
const PAYLOADS: Readonly<Record<Compression, string>> = { small: 'w19.zstdio', quick: 'w3.zstdio' }

export type RpmBuild = {
  readonly arch: keyof typeof ARCHES
  readonly version: string
  readonly room: string
  readonly outFolder: string
  readonly compression: Compression
}

/** The path of the package. `room` is a folder for what is made on the way. */
export async function buildRpm({ arch, version, room, outFolder, compression }: RpmBuild): Promise<string> {
  const tree = join(room, `rpm-${arch}`)
  const made = join(room, `rpm-${arch}-made`)
  await rm(tree, { recursive: true, force: true })
  await stageAgent(tree, arch, arch === 'x64' ? 'linux-rpm-x86_64' : undefined)
  await mkdir(made, { recursive: true })
  const spec = join(room, 'somay-agent.spec')
  await writeFile(spec, specOf(version, tree, compression))
  const defines = [`_rpmdir ${made}`, `_topdir ${room}`, '_build_id_links none', 'source_date_epoch_from_changelog 0']
  await runTool('rpmbuild', ['-bb', '--target', ARCHES[arch], ...defines.flatMap((one) => ['--define', one]), spec])
  const name = `somay-agent-${version}-1.${ARCHES[arch]}.rpm`
  const out = join(outFolder, basename(name))
  await copyFile(join(made, ARCHES[arch], name), out)
  return out
}

function specOf(version: string, tree: string, compression: Compression): string {
  const afterInstall = readFileSync(join(root, 'installers/linux/after-install.sh'), 'utf8')
  return `Name: somay-agent
Version: ${version}
Release: 1
Summary: Inventory of this PC for its agency
License: EUPL-1.2 AND MIT
Requires: systemd, shadow-utils
Recommends: dmidecode, smartmontools
AutoReqProv: no
%global __strip /bin/true
%global debug_package %{nil}
%global __os_install_post %{nil}
%global _binary_payload ${PAYLOADS[compression]}

%description
Reports hardware, patch level and internet connectivity of this PC to the
collector of its agency. What it reads and never reads is told by
"somay-agent show-sent".

%install
cp -a '${tree}/.' '%{buildroot}'

%files
%defattr(-,root,root)
/usr/lib/somay-agent
/usr/bin/somay-agent
/usr/lib/systemd/system/somay-agent.service
/usr/lib/systemd/system/somay-agent-update.path
/usr/lib/systemd/system/somay-agent-update.service
%doc /usr/share/doc/somay-agent

%post
${afterInstall}

%preun
# Of an upgrade the old version's steps come last: they stop nothing then.
if [ "$1" = 0 ] && [ -d /run/systemd/system ]; then systemctl --no-reload disable --now somay-agent-update.path somay-agent.service > /dev/null 2>&1 || true; fi

%postun
if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi
# Nothing of it would be the PC's own: kept packages of the agent.
if [ "$1" = 0 ]; then rm -rf /var/lib/somay-agent-update; fi
`
}
