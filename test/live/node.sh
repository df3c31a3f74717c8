#!/usr/bin/env bash
# A machine: node.sh DIR NODE NETWORK NUMBER enters its namespaces, makes its root and becomes systemd.
# Its root is the host's, with all changes on a disk of its own.
set -euo pipefail
dir=$1 node=$2 network=$3 number=$4
disk=$dir/disk/$node
root=$disk/root

# systemd needs a control group of its own, as the root of what it sees.
if [ "${5:-}" != inside ]; then
  group=$dir/cgroup/$(basename "$dir")-$node
  if [ -d "$group" ]; then find "$group" -depth -type d -delete; fi
  mkdir "$group"
  echo 0 >"$group/cgroup.procs"
  exec unshare --mount --uts --ipc --net --pid --cgroup --fork --kill-child --propagation private \
    "$0" "$@" inside
fi

# What apt-get leaves: its own configuration, everything enabled, no password for hacluster. What
# happened on the host since then, and services that a cluster does not need, are left out.
first_boot() {
  local path name at=0
  for path in cib pengine blackbox; do find "$root/var/lib/pacemaker/$path" -mindepth 1 -delete; done
  for path in lib/corosync lib/pcsd log/pacemaker log/corosync log/pcsd log/journal; do
    if [ -d "$root/var/$path" ]; then find "$root/var/$path" -mindepth 1 -delete; fi
  done
  rm -f "$root/etc/corosync/authkey" "$root/etc/pacemaker/authkey" "$root/root/.ssh/known_hosts"
  tr -d - </proc/sys/kernel/random/uuid >"$root/etc/machine-id"
  echo "$node" >"$root/etc/hostname"
  : >"$root/etc/resolv.conf"
  echo '127.0.0.1 localhost' >"$root/etc/hosts"
  tr ' ' '\n' <"$dir/nodes" | while read -r name; do
    at=$((at + 1))
    echo "$network.$((10 + at)) $name" >>"$root/etc/hosts"
  done
  usermod --root "$root" --password '!' hacluster
  local units=$root/etc/systemd/system
  rm -rf "$units"/*.wants
  mkdir "$units/multi-user.target.wants"
  for name in corosync pacemaker pcsd haproxy; do
    ln -s "/lib/systemd/system/$name.service" "$units/multi-user.target.wants/"
  done
  for name in getty.target systemd-logind.service systemd-timesyncd.service systemd-networkd.service \
    networking.service systemd-sysctl.service systemd-modules-load.service systemd-binfmt.service; do
    ln -sf /dev/null "$units/$name"
  done
}

# Root in here is root of the machine: what would change the host's kernel is read-only.
mount_kernel() {
  mount -t proc proc "$root/proc"
  mount --bind "$root/proc/sys" "$root/proc/sys"
  mount --bind "$root/proc/sys/net" "$root/proc/sys/net"
  mount -o remount,bind,ro "$root/proc/sys"
  if [ -e "$root/proc/sysrq-trigger" ]; then mount --bind /dev/null "$root/proc/sysrq-trigger"; fi
  mount -t sysfs -o ro sysfs "$root/sys"
  mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
}

mount_devices() {
  local dev=$root/dev
  mount -t tmpfs -o mode=755 tmpfs "$dev"
  mknod -m 666 "$dev/null" c 1 3
  mknod -m 666 "$dev/zero" c 1 5
  mknod -m 666 "$dev/full" c 1 7
  mknod -m 666 "$dev/random" c 1 8
  mknod -m 666 "$dev/urandom" c 1 9
  mknod -m 666 "$dev/tty" c 5 0
  mkdir "$dev/pts" "$dev/shm"
  mount -t devpts -o newinstance,ptmxmode=666 devpts "$dev/pts"
  mount -t tmpfs -o mode=1777 tmpfs "$dev/shm"
  ln -s pts/ptmx "$dev/ptmx"
  ln -s /proc/self/fd "$dev/fd"
  ln -s fd/0 "$dev/stdin"
  ln -s fd/1 "$dev/stdout"
  ln -s fd/2 "$dev/stderr"
}

plug_in() {
  sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
  ip link set lo up
  for _ in $(seq 500); do
    if ip link show eth0 >/dev/null 2>&1; then break; fi
    sleep 0.02
  done
  ip addr add "$network.$((10 + number))/24" brd + dev eth0
  ip link set eth0 up
}

hostname "$node"
mkdir -p "$disk/upper" "$disk/work" "$root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$disk/upper,workdir=$disk/work" "$root"
if [ ! -e "$disk/used" ]; then
  first_boot
  touch "$disk/used"
fi
mount_kernel
mount_devices
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mkdir "$root/run/lock"

# With the pid file written the cable is plugged in from outside.
read -ra stat <"$dir/hostproc/self/stat"
echo "${stat[0]} ${stat[21]}" >"$dir/$node.pid"
cd "$root"
pivot_root . .
umount -l .
cd /
plug_in
exec env -i container=live PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
  setpriv --bounding-set=-sys_time,-sys_module,-sys_rawio --inh-caps=-all \
  /lib/systemd/systemd --unit=multi-user.target --show-status=no
