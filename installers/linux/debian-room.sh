#!/usr/bin/env bash
# Makes the room in which the tests install packages on a Debian that boots: Debian 12 with systemd, and rpm for the package of others, for systemd-nspawn.
# Usage: debian-room.sh FOLDER. Needs root and debootstrap; about 35 seconds and 300 MB. A room that is there is used as it is.
set -euo pipefail
room=$1
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
[ -e "$room/made" ] && exit 0
debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,adduser,procps,dmidecode,rpm bookworm "$room" "$mirror" > "$room.log" 2>&1
touch "$room/made"
