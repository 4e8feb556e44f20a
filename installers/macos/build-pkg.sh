#!/bin/sh
# Builds the package of the agent on a Mac, after `npm ci` and `npm run build` there: pkgbuild and the Mac's own Node are not to be had elsewhere.
# Usage: build-pkg.sh NODE OUT.pkg     NODE: the node program of Node 24 to put beside the agent.
set -eu
node=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
version=$("$node" -p "require('$root/agent/package.json').version")
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/Library/SoMay/Agent" "$tree/Library/LaunchDaemons"
cp "$root"/agent/dist/*.mjs "$root"/agent/dist/*.wasm "$tree/Library/SoMay/Agent/"
cp "$node" "$tree/Library/SoMay/Agent/node"
cp "$here/vn.somay.agent.plist" "$tree/Library/LaunchDaemons/"
chmod 0644 "$tree/Library/LaunchDaemons/vn.somay.agent.plist"
chmod 0755 "$tree/Library/SoMay/Agent/node"
pkgbuild --root "$tree" --scripts "$here/scripts" --identifier vn.somay.agent --version "$version" --ownership recommended "$out"
