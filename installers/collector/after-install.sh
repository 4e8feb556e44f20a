# After the files are there, on first installation and upgrade alike.
if ! getent passwd somay > /dev/null; then
  useradd --system --user-group --no-create-home --home-dir /var/lib/somay --shell /usr/sbin/nologin --comment 'So May collector' somay
fi
# A folder of its own: that of an agent on the same machine is the agent's alone.
mkdir -p /etc/somay-collector/tls
chown root:somay /etc/somay-collector /etc/somay-collector/tls
chmod 0750 /etc/somay-collector
# What root makes in it is the service's to read as far as its mode says.
chmod 2750 /etc/somay-collector/tls
# What was brought from another server bears that one's numbers.
chgrp -R somay /etc/somay-collector/tls
settings=/etc/somay-collector/collector.env
if [ ! -e "$settings" ]; then cp /usr/share/somay-collector/collector.env "$settings"; fi
chown root:somay "$settings"
chmod 0640 "$settings"
mkdir -p /var/backups/somay
chown somay:somay /var/backups/somay
chmod 0700 /var/backups/somay

if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  systemctl enable somay-collector.service > /dev/null 2>&1 || true
  systemctl restart somay-collector.service || true
fi
if [ -z "${2:-}" ]; then
  echo 'Sổ Máy: quản trị viên đầu tiên: sudo somay-collector first-link'
  echo 'So May: the first administrator: sudo somay-collector first-link'
fi
