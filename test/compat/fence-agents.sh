#!/usr/bin/env bash
# Installs the fence agents in the other Debian systems that systems.sh makes, for the comparison of agents' metadata.
# A system that has them is left alone; where they cannot be installed, the tests name what they leave out.
set -euo pipefail

cache=${LIGHTCIB_COMPAT:-/var/cache/lightcib-compat}
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

for suite in bullseye trixie; do
  root=$cache/$suite/root
  [[ -d $root && ! -e $root/usr/sbin/fence_ipmilan ]] || continue
  echo "Installing the fence agents of Debian $suite" >&2
  chroot "$root" apt-get update -qq &&
    chroot "$root" apt-get install -y -qq --no-install-recommends fence-agents >"$cache/$suite/fence-agents.log" 2>&1 &&
    chroot "$root" apt-get clean ||
    echo "Not installed: see $cache/$suite/fence-agents.log" >&2
done
