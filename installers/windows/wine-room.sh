#!/usr/bin/env bash
# Makes the room in which the tests install the agent on a Windows: Debian 13 with wine 10, because wine 8 of Debian 12 does not run Node 24.
# Usage: wine-room.sh FOLDER. Needs root and debootstrap; about 40 seconds and 1,5 GB. A room that is there is used as it is.
set -euo pipefail
room=$1
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
if [ ! -e "$room/made" ]; then
  debootstrap --variant=minbase trixie "$room" "$mirror" > "$room.log" 2>&1
  # The way packages are fetched here is the way they are fetched there.
  cp /etc/resolv.conf "$room/etc/resolv.conf"
  cp /etc/apt/apt.conf.d/*proxy* "$room/etc/apt/apt.conf.d/" 2> /dev/null || true
  chroot "$room" sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wine wine64' >> "$room.log" 2>&1
  touch "$room/made"
fi
