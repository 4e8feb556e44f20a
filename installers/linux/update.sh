#!/bin/sh
# Runs the runner from a copy of itself and of its Node: the package it installs replaces the ones beside this file, and the new ones may be what does not work.
set -e
room=/var/lib/somay-agent-update
own=/usr/lib/somay-agent
# 0755: the agent reads here how its update ended, and can change nothing.
[ -d "$room" ] || mkdir -m 0755 "$room"
# In the middle of an update the copy at hand is the one that began it.
if [ ! -e "$room/journal.json" ] || [ ! -x "$room/node" ] || [ ! -e "$room/update-runner.mjs" ]; then
  cp --reflink=auto "$own/node" "$room/node.new"
  cp "$own/update-runner.mjs" "$room/update-runner.mjs.new"
  mv -f "$room/node.new" "$room/node"
  mv -f "$room/update-runner.mjs.new" "$room/update-runner.mjs"
fi
exec "$room/node" "$room/update-runner.mjs"
