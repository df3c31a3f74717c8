#!/usr/bin/env bash
# Unpacks packages of this Debian, with all that they need, into LIGHTCIB_LIVE, without installing them:
# unpack.sh NAME PACKAGE... prints the folder, whose contents a machine of the live tests gets on top of its own.
set -euo pipefail

cache=${LIGHTCIB_LIVE:-/var/cache/lightcib-live}
name=$1-$(dpkg-query --show --showformat '${Version}' base-files)
shift

if [[ ! -d $cache/$name ]]; then
  mkdir -p -- "$cache"
  making=$(mktemp -d -- "$cache/making.XXXXXX")
  trap 'rm -rf -- "$making"' EXIT
  mkdir -p -- "$making/archives/partial" "$making/tree"
  apt-get update -qq >&2
  apt-get install -y -qq --no-install-recommends --download-only -o Debug::NoLocking=1 -o APT::Sandbox::User=root \
    -o Dir::Cache::archives="$making/archives" "$@" >&2
  for package in "$making"/archives/*.deb; do dpkg --extract "$package" "$making/tree"; done
  rm -rf -- "${cache:?}/$name"
  mv -T -- "$making/tree" "$cache/$name"
fi
echo "$cache/$name"
