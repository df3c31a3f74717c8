#!/usr/bin/env bash
# Installs what the machines of the live tests are made of, and starts nothing of it on the host. Where that fails, the
# tests name what they leave out.
set -euo pipefail

packages=(pacemaker pcs corosync haproxy systemd-sysv dbus iproute2 resource-agents openssh-server openssh-client shellcheck)
missing=()
for package in "${packages[@]}"; do
  dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0
if [[ ! -e /etc/debian_version || $(id -u) -ne 0 ]]; then
  echo "Not installed here: ${missing[*]}" >&2
  exit 0
fi
echo "Installing ${missing[*]}" >&2
policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  trap 'rm -f "$policy"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
{ apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; } ||
  echo "Not installed: ${missing[*]}" >&2
