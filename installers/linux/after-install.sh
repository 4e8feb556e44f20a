# After the files are there, on first installation and upgrade alike; sourced by the scripts of deb and rpm.
# Silent: what the agent needs comes in the environment (COLLECTOR_URL, ENROL_TOKEN, UNIT_CODE, PROXY, CA_FILE, UPDATE_KEY) or lies in /etc/somay/agent.json already.

if ! getent passwd somay-agent > /dev/null; then
  useradd --system --user-group --no-create-home --home-dir /var/lib/somay-agent --shell /usr/sbin/nologin --comment 'So May agent' somay-agent
fi
mkdir -p /etc/somay
chown root:somay-agent /etc/somay
chmod 0750 /etc/somay

settings=/etc/somay/agent.json
if [ -n "${COLLECTOR_URL:-}${ENROL_TOKEN:-}${UNIT_CODE:-}${PROXY:-}${CA_FILE:-}${UPDATE_KEY:-}" ]; then
  # The agent's own Node writes the JSON: no quote or accent of a value can spoil it. What is not told anew stays.
  SOMAY_SETTINGS=$settings /usr/lib/somay-agent/node -e '
    const { readFileSync, writeFileSync, renameSync } = require("node:fs")
    const path = process.env.SOMAY_SETTINGS
    let kept = {}
    try { kept = JSON.parse(readFileSync(path, "utf8")) } catch (error) { if (error.code !== "ENOENT") throw error }
    const told = {
      collectorUrls: process.env.COLLECTOR_URL?.split(/[\s,]+/).filter(Boolean),
      token: process.env.ENROL_TOKEN,
      unitCode: process.env.UNIT_CODE,
      proxy: process.env.PROXY,
      caFile: process.env.CA_FILE,
      updateKey: process.env.UPDATE_KEY,
    }
    const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined && value.length > 0))
    writeFileSync(path + ".new", JSON.stringify({ ...kept, ...given }, null, 2) + "\n", { mode: 0o640 })
    renameSync(path + ".new", path)
  '
fi
if [ -e "$settings" ]; then
  chown root:somay-agent "$settings"
  chmod 0640 "$settings"
fi

if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  systemctl enable somay-agent.service somay-agent-update.path > /dev/null 2>&1 || true
  systemctl start somay-agent-update.path || true
  systemctl restart somay-agent.service || true
fi
