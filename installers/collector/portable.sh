#!/bin/sh
# The collector's command line, wherever the archive was unpacked, on the Node that came with it.
here=$(dirname "$(dirname "$(readlink -f "$0")")")
settings=${SOMAY_SETTINGS:-$here/collector.env}
if [ -e "$settings" ]; then exec "$here/node" "--env-file=$settings" "$here/dist/collector.mjs" "$@"; fi
exec "$here/node" "$here/dist/collector.mjs" "$@"
