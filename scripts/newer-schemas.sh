#!/usr/bin/env bash
# Fetches the schemas of a newer Pacemaker (those of Debian 13: 3.10 and 4.0) into
# node_modules/.cache/pacemaker-schemas, for the tests that compare with them. Needs Debian with apt;
# installs nothing. Without them these tests are left out by name.
set -euo pipefail

cd "$(dirname "$0")/.."
target=node_modules/.cache/pacemaker-schemas
[[ -e $target/pacemaker-4.0.rng ]] && exit 0
if [[ ! -e /etc/apt/sources.list.d/debian.sources ]]; then
  echo "No newer schemas here: this is no Debian with apt" >&2
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{parts,lists/partial,cache/archives/partial}
touch "$work/status"
sed -n '/^URIs:.*debian$/,/^$/p' /etc/apt/sources.list.d/debian.sources | sed '/^$/q' |
  sed -e '1i Types: deb' -e 's/^Suites:.*/Suites: trixie/' >"$work/parts/debian.sources"
options=(-o "Dir::Etc::SourceList=/dev/null" -o "Dir::Etc::SourceParts=$work/parts" -o "Dir::State::Lists=$work/lists"
  -o "Dir::State::Status=$work/status" -o "Dir::Cache=$work/cache" -o "APT::Sandbox::User=root" -qq)
apt-get "${options[@]}" update >&2
(cd "$work" && apt-get "${options[@]}" download pacemaker-common >&2)
dpkg-deb -x "$work"/pacemaker-common_*.deb "$work/files"
mkdir -p "$(dirname "$target")"
rm -rf "$target"
cp -r "$work/files/usr/share/pacemaker" "$target"
