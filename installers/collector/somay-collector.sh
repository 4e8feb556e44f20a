#!/bin/sh
# The collector's command line with the settings of the service and as its user: what it writes must be the service's to read.
here=/usr/lib/somay-collector
settings=/etc/somay-collector/collector.env
if [ ! -r "$settings" ]; then
  echo "Cần quyền quản trị: chạy lại với sudo. / Administrators only: run it with sudo." >&2
  exit 1
fi
set -- "$here/node" "--env-file=$settings" "$here/dist/collector.mjs" "$@"
# Certificates are root's to make: the service reads its key and never writes one.
if [ "$(id -u)" = 0 ] && [ "${4:-}" != tls ]; then exec runuser -u somay -- "$@"; fi
exec "$@"
