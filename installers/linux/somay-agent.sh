#!/bin/sh
# The agent's command line, on the Node it was installed with.
exec /usr/lib/somay-agent/node /usr/lib/somay-agent/agent.mjs "$@"
