# shellcheck shell=bash disable=SC2154
# The part of a pcs script that is the same for every cluster. The script sets for_pcs and resources,
# defines configure and calls main. This paragraph is left out of it.

# Produced by lightcib; change the cluster's description and compile it again instead of editing this.
#
# The commands build the wanted configuration in a CIB of their own. What the cluster lacks of it is then
# added to a copy of the cluster's CIB, which is verified and pushed once. So the script can be run
# again, everything else in the cluster stays as it is, and a failure at any point changes nothing.

set -Eeuo pipefail

usage() {
  cat <<'END'
usage: bash SCRIPT [--file CIB] [--wait SECONDS] [--print]

  (no option)      add what is missing to the live cluster, then wait for it to start
  --file CIB       add it to this CIB file instead; the file is replaced whole or not at all
  --wait SECONDS   how long to wait, 60 by default; 0 does not wait
  --print          show the commands, one a line, and change nothing
  --help           show this text

If an id is already used by something else, the script names it, stops and changes nothing.
END
}

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

file=
print=
wait=60
work=

main() {
  while [ $# -gt 0 ]; do
    case $1 in
      --file) [ $# -gt 1 ] || fail '--file needs the name of a CIB file'; file=$2; shift ;;
      --wait) [[ ${2-} =~ ^[0-9]+$ ]] || fail '--wait needs a number of seconds'; wait=$((10#$2)); shift ;;
      --print) print=yes ;;
      --help) usage; exit 0 ;;
      *) usage >&2; exit 2 ;;
    esac
    shift
  done
  if [ -n "$print" ]; then configure; exit 0; fi
  check_version
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
  if [ -n "$file" ]; then cp -- "$file" "$work/current.xml"; else command pcs cluster cib "$work/current.xml"; fi
  create_empty
  configure
  compare >"$work/missing"
  if [ ! -s "$work/missing" ]; then echo 'nothing changed: the whole configuration exists already'; exit 0; fi
  add_missing
  if [ -n "$file" ]; then replace_file; else push; fi
}

check_version() {
  local version
  version=$(command pcs --version) || fail 'pcs is not installed'
  case $version in
    "$for_pcs" | "$for_pcs".*) ;;
    *) fail "this script is for pcs $for_pcs, but pcs $version is installed" ;;
  esac
}

# The CIBs of a run: current.xml is the cluster's, wanted.xml is built by the commands, new.xml is the result.
cib() { # NAME OPTION...
  CIB_file=$work/$1.xml command cibadmin "${@:2}"
}

# Starts wanted.xml: an empty CIB with the schema of the current one.
create_empty() {
  local name value
  cib current --query >"$work/read.xml" || fail 'this is not a CIB that Pacemaker can read'
  command cibadmin --empty >"$work/wanted.xml"
  for name in validate-with crm_feature_set; do
    value=$(grep -m 1 -o " $name=\"[^\"]*\"" "$work/read.xml") || continue
    sed -i "s/ $name=\"[^\"]*\"/$value/" "$work/wanted.xml"
  done
}

# Prints the ids that the current CIB lacks. Fails where an id is used by something else, or a property
# has another id. Single properties and attributes of nodes are compared, everything else as a whole.
compare() {
  local python=python3
  command -v python3 >/dev/null || python=/usr/libexec/platform-python
  cib wanted --query >"$work/wanted-read.xml"
  "$python" -I - "$work/read.xml" "$work/wanted-read.xml" <<'PYTHON'
import sys
import xml.etree.ElementTree as ET

# The ids of these are those of other elements, or names of nodes.
REFERENCES = ("node", "resource_ref", "obj_ref", "role")
PROPERTIES = ("crm_config", None), ("cluster_property_set", "cib-bootstrap-options")


def elements(parent, path=()):
    for element in parent:
        below = (*path, (element.tag, element.get("id")))
        if element.get("id") is not None and element.tag not in REFERENCES:
            yield below, element
        yield from elements(element, below)


def read(file):
    """The elements by the tags and ids that lead to them; the paths by id, and those of properties by name."""
    found = dict(elements(ET.parse(file).getroot().find("configuration")))
    ids = {path[-1][1]: path for path, element in found.items() if element.tag != "acl_target"}
    nvpairs = [path for path, element in found.items() if path[:2] == PROPERTIES and element.tag == "nvpair"]
    return found, ids, {found[path].get("name"): path for path in nvpairs}


def is_compared(path):
    if path[:2] == PROPERTIES:
        return len(path) == 3
    return len(path) == (4 if path[0][0] == "nodes" else 2)


def content(element):
    """The order of attributes means nothing, nor does that of the nvpairs of a set."""
    children = [content(child) for child in element]
    nvpairs = sorted(child for child in children if child[0] == "nvpair")
    return element.tag, sorted(element.items()), nvpairs, [child for child in children if child[0] != "nvpair"]


current, current_ids, current_properties = read(sys.argv[1])
wanted, wanted_ids, wanted_properties = read(sys.argv[2])
used = [path for own_id, path in wanted_ids.items() if current_ids.get(own_id, path) != path]
used += [
    path
    for path in filter(is_compared, wanted)
    if path in current and content(wanted[path]) != content(current[path])
]
used += [
    current_properties[name]
    for name, path in wanted_properties.items()
    if name in current_properties and path not in current
]
if used:
    ids = " ".join(path[-1][1] for path in used)
    sys.exit(f"error: nothing was changed, these ids are used by something else: {ids}")
for path in wanted:
    if path not in current:
        print(path[-1][1])
PYTHON
}

add_missing() {
  cp -- "$work/current.xml" "$work/new.xml"
  # A command may have upgraded the schema.
  if ! grep -q "$(grep -m 1 -o ' validate-with="[^"]*"' "$work/wanted.xml")" "$work/read.xml"; then
    cib new --upgrade --force
  fi
  cib wanted --query --scope configuration >"$work/configuration.xml"
  cib new --modify --scope configuration --xml-file "$work/configuration.xml" ||
    fail 'nothing was changed, cibadmin does not accept the configuration'
}

replace_file() {
  crm_verify --xml-file "$work/new.xml" >&2 || true
  cp -p -- "$file" "$file.new"
  cat -- "$work/new.xml" >"$file.new"
  mv -- "$file.new" "$file"
}

push() {
  diff -u "$work/current.xml" "$work/new.xml" || true
  verify
  if is_exact_difference; then
    command pcs cluster cib-push "$work/new.xml" "diff-against=$work/current.xml"
  else
    command pcs cluster cib "$work/now.xml"
    [ "$(cib now --query --scope configuration)" = "$(cib current --query --scope configuration)" ] ||
      fail 'nothing was changed, since the cluster was changed by somebody else meanwhile; run this again'
    command pcs cluster cib-push "$work/new.xml" --config
  fi
  [ "$wait" -eq 0 ] || wait_for_start
}

# True where the difference, applied to the current CIB, gives the new one; it may reverse what has no id.
is_exact_difference() {
  cp -- "$work/current.xml" "$work/patched.xml"
  crm_diff --original "$work/current.xml" --new "$work/new.xml" --no-version >"$work/patch.xml" || true
  cib patched --patch --xml-file "$work/patch.xml" 2>/dev/null || return 1
  [ "$(cib patched --query --scope configuration)" = "$(cib new --query --scope configuration)" ]
}

# The exit code of crm_verify does not distinguish errors from warnings, its output does.
verify() {
  local output
  output=$(crm_verify --verbose --xml-file "$work/new.xml" 2>&1) || true
  case $output in
    *'Errors found'* | *'(with errors)'* | *'not valid'*) fail "nothing was changed, crm_verify reports: $output" ;;
  esac
}

# crm_resource --wait ends a little before all resources have started.
wait_for_start() {
  local resource stopped end=$((SECONDS + wait))
  crm_resource --wait --timeout="${wait}s" || true
  while :; do
    stopped=()
    for resource in "${resources[@]}"; do
      crm_resource --resource "$resource" --locate 2>/dev/null | grep -q 'is running on' || stopped+=("$resource")
    done
    [ ${#stopped[@]} -gt 0 ] || return 0
    [ "$SECONDS" -lt "$end" ] || break
    sleep 1
  done
  fail "the configuration is set, but these resources do not run: ${stopped[*]}"
}

pcs() {
  if [ -n "$print" ]; then
    printf 'pcs'
    [ -z "$file" ] || printf ' -f %q' "$file"
    printf ' %q' "$@"
    printf '\n'
  else
    command pcs -f "$work/wanted.xml" "$@" || fail "nothing was changed, this command failed: pcs $*"
  fi
}

# What pcs does not support: XML from standard input.
cibadmin() {
  local xml
  xml=$(cat)
  if [ -n "$print" ]; then
    [ -z "$file" ] || printf 'CIB_file=%q ' "$file"
    printf 'cibadmin'
    printf ' %q' "$@"
    printf ' <<<%q\n' "$(tr -d '\n' <<<"$xml")"
  else
    cib wanted "$@" <<<"$xml" || fail "nothing was changed, cibadmin does not accept: $xml"
  fi
}

# Nodes belong to the cluster, not to this script. A file has no cluster, so it gets them.
require_node() { # ID NAME
  local node
  [ -z "$print" ] || return 0
  if node=$(cib current --query --xpath "/cib/configuration/nodes/node[@uname='$2']" 2>/dev/null); then
    [[ $node == *" id=\"$1\""* ]] || fail "nothing was changed, since the id of node $2 is not $1"
  elif [ -z "$file" ]; then
    fail "nothing was changed, since the cluster has no node $2"
  fi
  cib wanted --create --scope nodes --xml-text "<node id=\"$1\" uname=\"$2\"/>"
}
