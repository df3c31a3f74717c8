#!/usr/bin/env bash
# Removes the control groups of nodes that are gone, in a mount namespace of its own: cgroups.sh DIR
set -euo pipefail
dir=$1
mount -t cgroup2 cgroup2 "$dir/cgroup"
for _ in $(seq 100); do
  find "$dir/cgroup" -maxdepth 1 -name "$(basename "$dir")-*" -exec find {} -depth -type d -delete \; 2>/dev/null || true
  [ -n "$(find "$dir/cgroup" -maxdepth 1 -name "$(basename "$dir")-*")" ] || break
  sleep 0.1
done
left=$(find "$dir/cgroup" -maxdepth 1 -name "$(basename "$dir")-*")
umount "$dir/cgroup"
[ -z "$left" ] || { echo "cgroups.sh: processes are left in $left" >&2; exit 1; }
