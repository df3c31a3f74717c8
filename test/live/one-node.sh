#!/usr/bin/env bash
# Runs a command in a cluster of this machine alone: bash one-node.sh COMMAND... in namespaces of its own, started by
# unshare --mount --ipc --net --pid --uts --fork. What the cluster writes is in memory; it ends with the namespaces.
set -euo pipefail
hostname n1
ip link set lo up
mount -t proc proc /proc
for folder in /var/lib/pacemaker /dev/shm /etc/corosync /var/lib/corosync /var/log /run; do mount -t tmpfs none "$folder"; done
mkdir -p /var/lib/pacemaker/{cib,cores,pengine,blackbox} /var/log/{pacemaker,cluster} /run/crm
chown -R hacluster:haclient /var/lib/pacemaker /var/log/pacemaker /run/crm
cat >/etc/corosync/corosync.conf <<'END'
totem {
  version: 2
  cluster_name: small
  transport: udpu
}
nodelist {
  node {
    ring0_addr: 127.0.0.1
    name: n1
    nodeid: 1
  }
}
quorum {
  provider: corosync_votequorum
}
END
corosync -f >/var/log/corosync 2>&1 &
sleep 1
pacemakerd >/var/log/pacemakerd 2>&1 &
for ((tries = 0; tries < 600; tries++)); do
  if crm_mon --one-shot 2>/dev/null | grep -q 'Online: \[ n1 \]'; then exec "$@"; fi
  sleep 0.2
done
cat /var/log/corosync /var/log/pacemakerd >&2
exit 1
