#!/usr/bin/env bash
# Unpacks MariaDB and oslo.db of this Debian into LIGHTCIB_LIVE, without installing them: database.sh prints the folder,
# whose contents a machine of the live tests gets on top of its own.
set -euo pipefail

cache=${LIGHTCIB_LIVE:-/var/cache/lightcib-live}
packages=(mariadb-server-core mariadb-client-core python3-oslo.db python3-pymysql)
name=database-$(dpkg-query --show --showformat '${Version}' base-files)

if [[ ! -d $cache/$name ]]; then
  mkdir -p -- "$cache"
  making=$(mktemp -d -- "$cache/making.XXXXXX")
  trap 'rm -rf -- "$making"' EXIT
  mkdir -p -- "$making/archives/partial" "$making/tree"
  apt-get update -qq >&2
  apt-get install -y -qq --no-install-recommends --download-only -o Debug::NoLocking=1 -o APT::Sandbox::User=root \
    -o Dir::Cache::archives="$making/archives" "${packages[@]}" >&2
  for package in "$making"/archives/*.deb; do dpkg --extract "$package" "$making/tree"; done
  rm -rf -- "${cache:?}/$name"
  mv -T -- "$making/tree" "$cache/$name"
fi
echo "$cache/$name"
