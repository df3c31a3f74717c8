#!/usr/bin/env bash
# Installs the real tools that the tests compare with, where they are missing and can be installed:
# on Debian, as root. Elsewhere it does nothing, and the tests name what they leave out.
set -euo pipefail

missing=()
need() { # PACKAGE COMMAND-OR-FILE
  if [[ $2 == /* ]]; then [[ -e $2 ]] || missing+=("$1"); else command -v "$2" >/dev/null || missing+=("$1"); fi
}
need pacemaker-cli-utils crm_verify
need pcs pcs
need resource-agents /usr/lib/ocf/resource.d/heartbeat/IPaddr2
need libxml2-utils xmllint
need graphviz dot
need librsvg2-bin rsvg-convert
need shellcheck shellcheck
need chromium chromium
need zsh zsh
need fish fish
need man-db man
need mandoc mandoc
need crmsh crm
# For the fingerprints of findings, which are relative to a repository.
need git git
# For test/support/tool-server.c.
need gcc gcc
need libc6-dev /usr/include/stdio.h

[[ ${#missing[@]} -eq 0 ]] && exit 0
if [[ ! -e /etc/debian_version || $(id -u) -ne 0 ]]; then
  echo "Not installed here: ${missing[*]}" >&2
  exit 0
fi
echo "Installing ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >&2
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
