#!/usr/bin/env bash
# Makes the two other Debian systems whose pcs and Pacemaker the scripts are tried with: Debian 11
# (pcs 0.10.8, Pacemaker 2.0.5) and Debian 13 (pcs 0.12.0, Pacemaker 3.0.0), as folders for chroot.
# They are kept in LIGHTCIB_COMPAT and made again when this file changes; a system is there whole or
# not at all. Where they cannot be made, the tests name what they leave out; with CI=true it is an error.
set -euo pipefail

cache=${LIGHTCIB_COMPAT:-/var/cache/lightcib-compat}
self=$(readlink -f -- "$0")
recipe=$(sha256sum <"$self")
packages=(pcs pacemaker-cli-utils pacemaker-resource-agents resource-agents)
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

main() {
  local suite missing=()
  for suite in bullseye trixie; do is_made "$suite" || missing+=("$suite"); done
  [[ ${#missing[@]} -gt 0 ]] || exit 0
  [[ -e /etc/debian_version && $(id -u) -eq 0 ]] || cannot 'that takes Debian and root'
  mkdir -p -- "$cache"
  exec 9>"$cache/lock"
  flock 9
  for suite in "${missing[@]}"; do
    # Mounts made on the way end with the namespace.
    is_made "$suite" || unshare --mount -- bash "$self" "$suite" || cannot "Debian $suite was not made"
  done
}

is_made() { # SUITE
  [[ $(cat -- "$cache/$1/recipe" 2>/dev/null) == "$recipe" ]]
}

cannot() {
  echo "No other systems to compare with: $1" >&2
  [[ ${CI:-} != true ]] || exit 1
  exit 0
}

make() { # SUITE
  local making=$cache/making root=$cache/making/root
  rm -rf -- "$making"
  mkdir -p -- "$root"
  echo "Making Debian $1 for the comparison" >&2
  if ! install_system "$1" "$root" >"$making/log" 2>&1; then
    tail -n 20 -- "$making/log" >&2
    exit 1
  fi
  printf '%s\n' "$recipe" >"$making/recipe"
  rm -rf -- "${cache:?}/$1"
  mv -T -- "$making" "$cache/$1"
  echo "Debian $1 made in $SECONDS s" >&2
}

# Each command by &&, since it is run as a condition.
install_system() { # SUITE ROOT
  local root=$2
  install_debootstrap &&
    debootstrap --variant=minbase "$1" "$root" "$(mirror)" &&
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" &&
    chmod +x -- "$root/usr/sbin/policy-rc.d" &&
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io" &&
    printf 'path-exclude=/usr/share/%s/*\n' doc man locale >"$root/etc/dpkg/dpkg.cfg.d/small" &&
    chroot "$root" apt-get update -qq &&
    chroot "$root" apt-get install -y -qq --no-install-recommends "${packages[@]}" &&
    chroot "$root" apt-get clean
}

install_debootstrap() {
  [[ -n $(mirror) ]] && command -v debootstrap && return
  apt-get update -qq &&
    apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 debootstrap
}

# The mirror that apt has packages of Debian from.
mirror() {
  apt-get indextargets --format "\$(REPO_URI)" 'Created-By: Packages' 'Label: Debian' | sort -u | head -n 1
}

if [[ $# -eq 0 ]]; then main; else make "$1"; fi
