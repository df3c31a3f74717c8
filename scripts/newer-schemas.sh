#!/usr/bin/env bash
# Fetches the schemas of a newer Pacemaker (those of Debian 13: 3.10 and 4.0) into
# node_modules/.cache/pacemaker-schemas, for the tests that compare with them. Needs Debian with apt;
# installs nothing. Without them these tests are left out by name.
set -euo pipefail

cd "$(dirname "$0")/.."
target=node_modules/.cache/pacemaker-schemas
[[ -e $target/pacemaker-4.0.rng ]] && exit 0
# The mirror that apt has packages of Debian from.
mirror=$(apt-get indextargets --format "\$(REPO_URI)" 'Created-By: Packages' 'Label: Debian' 2>/dev/null |
  sort -u | head -n 1) || true
if [[ -z $mirror ]]; then
  echo "No newer schemas here: apt knows no mirror of Debian" >&2
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{parts,lists/partial,cache/archives/partial}
touch "$work/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$work/parts/trixie.list"
options=(-o "Dir::Etc::SourceList=/dev/null" -o "Dir::Etc::SourceParts=$work/parts" -o "Dir::State::Lists=$work/lists"
  -o "Dir::State::Status=$work/status" -o "Dir::Cache=$work/cache" -o "APT::Sandbox::User=root" -qq)
apt-get "${options[@]}" update >&2
(cd "$work" && apt-get "${options[@]}" download pacemaker-common >&2)
dpkg-deb -x "$work"/pacemaker-common_*.deb "$work/files"
mkdir -p "$(dirname "$target")"
rm -rf "$target"
cp -r "$work/files/usr/share/pacemaker" "$target"
