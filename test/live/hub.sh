#!/usr/bin/env bash
# Process 1 of the namespace that holds the switch and the nodes' disks: hub.sh DIR NETWORK OWNER
set -euo pipefail
dir=$1 network=$2 owner=$3

mount --rbind /proc "$dir/hostproc"
read -ra stat <"$dir/hostproc/self/stat"
echo "${stat[0]} ${stat[21]}" >"$dir/hub.pid"

mount -t proc proc /proc
mount -t tmpfs -o mode=755 tmpfs "$dir/disk"
mount -t cgroup2 cgroup2 "$dir/cgroup"
ip link set lo up
sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
ip link add switch type bridge
ip addr add "$network.254/24" dev switch
ip link set switch up
touch "$dir/hub.ready"

# As process 1 bash collects the processes that lose their parents. With the owner gone, however it
# ended, nobody would ever end this.
while [ -e "$dir/hostproc/$owner" ]; do
  sleep 1 &
  wait $!
done
