/** The comment at the top of a script, below what it builds. */
export const head: readonly string[] = `#
# Produced by lightcib; change the cluster's description and compile it again instead of editing this.
#
# The commands build the configuration in a CIB of their own. What of it the cluster lacks is then
# added to a copy of the cluster's CIB, which is verified and pushed once. So the script can be run
# again, what else the cluster holds stays as it is, and a failure at any point changes nothing.

set -Eeuo pipefail
`.split('\n')

/** The part of a script that is the same for every cluster: bash, where \`$\` and backslashes are escaped. */
export const frame: readonly string[] = `
usage() {
  cat <<'END'
usage: bash SCRIPT [--file CIB] [--wait SECONDS] [--print]

  (no option)      add what is missing to the live cluster, then wait for it to start
  --file CIB       add it to this CIB file instead; the file is replaced whole or not at all
  --wait SECONDS   how long to wait, 60 by default; 0 does not wait
  --print          show the commands, one a line, and change nothing
  --help           show this text

Where an id is taken by something else it names the id, stops and changes nothing.
END
}

fail() {
  printf 'error: %s\\n' "$*" >&2
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
      --wait) [[ \${2-} =~ ^[0-9]+$ ]] || fail '--wait needs a number of seconds'; wait=$((10#$2)); shift ;;
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
  if [ -n "$file" ]; then cp -- "$file" "$work/there.xml"; else command pcs cluster cib "$work/there.xml"; fi
  make_empty
  configure
  compare
  if [ ! -s "$work/missing" ]; then echo 'nothing changed, all of it is there already'; exit 0; fi
  add_missing
  if [ -n "$file" ]; then replace_file; else push; fi
}

check_version() {
  local version
  version=$(command pcs --version) || fail 'pcs is not installed'
  case $version in
    "$for_pcs" | "$for_pcs".*) ;;
    *) fail "this script is for pcs $for_pcs, and here is $version" ;;
  esac
}

# The CIBs of a run: there.xml as it was found, wanted.xml as the commands make it, new.xml as it will be.
cib() { # NAME OPTION...
  CIB_file=$work/$1.xml command cibadmin "\${@:2}"
}

# An empty CIB of the schema of the one that is there.
make_empty() {
  local name value
  cib there --query >"$work/read.xml" || fail 'this is no CIB that Pacemaker can read'
  command cibadmin --empty >"$work/wanted.xml"
  for name in validate-with crm_feature_set; do
    value=$(grep -m 1 -o " $name=\\"[^\\"]*\\"" "$work/read.xml") || continue
    sed -i "s/ $name=\\"[^\\"]*\\"/$value/" "$work/wanted.xml"
  done
}

# What has an id, one path a line.
paths() { # NAME
  cib "$1" --query --node-path \\
    --xpath '/cib/configuration//*[@id and not(self::node or self::resource_ref or self::obj_ref or self::role)]' 2>/dev/null || true
}

# Finds what is missing, and stops where an id is taken by something else. Single properties and
# attributes of nodes are compared one by one, everything else whole.
compare() {
  local path property="crm_config/cluster_property_set\\[@id='cib-bootstrap-options'\\]"
  paths there >"$work/there"
  paths wanted >"$work/wanted"
  awk -F "'" '/acl_target/ { next } FILENAME == ARGV[1] { at[$(NF - 1)] = $0; next }
    $(NF - 1) in at && at[$(NF - 1)] != $0' \\
    "$work/there" "$work/wanted" >"$work/other"
  awk 'FILENAME == ARGV[1] { there[$0]; next } !($0 in there)' "$work/there" "$work/wanted" >"$work/missing"
  awk 'FILENAME == ARGV[1] { there[$0]; next } $0 in there' "$work/there" "$work/wanted" >"$work/both"
  while read -r path; do
    [[ $path =~ ^/cib/configuration/($property/[^/]+|nodes/[^/]+/[^/]+/[^/]+|[^/]+/[^/]+)$ ]] || continue
    [[ ! $path =~ ^/cib/configuration/(nodes/[^/]+|$property)$ ]] || continue
    is_same "$path" || echo "$path" >>"$work/other"
  done <"$work/both"
  property_ids there >"$work/there.names"
  property_ids wanted >"$work/wanted.names"
  awk -F '\\t' 'FILENAME == ARGV[1] { there[$1]; at[$2] = $1; next }
    $2 in at && !($1 in there) { print "\\047" at[$2] "\\047" }' \\
    "$work/there.names" "$work/wanted.names" >>"$work/other"
  [ ! -s "$work/other" ] ||
    fail "nothing was changed, something else stands at: $(awk -F "'" '{ print $(NF - 1) }' "$work/other" | xargs)"
}

# The id of each property, and its name: an older pcs may have given it another id.
property_ids() { # NAME
  cib "$1" --query --xpath "/cib/configuration/crm_config/cluster_property_set[@id='cib-bootstrap-options']/nvpair" 2>/dev/null |
    awk 'match($0, / id="[^"]*"/) { id = substr($0, RSTART + 5, RLENGTH - 6) }
      match($0, / name="[^"]*"/) { print id "\\t" substr($0, RSTART + 7, RLENGTH - 8) }' || true
}

is_same() { # PATH
  local there wanted
  there=$(cib there --query --xpath "$1")
  wanted=$(cib wanted --query --xpath "$1")
  [ "$there" = "$wanted" ] || [ "$(in_order <<<"$there")" = "$(in_order <<<"$wanted")" ]
}

# Attributes have no order, nor do attributes of one set.
in_order() {
  local line
  while IFS= read -r line; do
    line=\${line#"\${line%%<*}"}
    echo "\${line%%[ />]*} $(grep -o ' [^ =]*="[^"]*"' <<<"$line" | sort | tr -d '\\n')"
  done | awk '$1 != "<nvpair" { at++ } { print at, $0 }' | sort
}

add_missing() {
  cp -- "$work/there.xml" "$work/new.xml"
  # A command may have brought a newer schema.
  if ! grep -q "$(grep -m 1 -o ' validate-with="[^"]*"' "$work/wanted.xml")" "$work/read.xml"; then
    cib new --upgrade --force
  fi
  cib wanted --query --scope configuration >"$work/configuration.xml"
  cib new --modify --scope configuration --xml-file "$work/configuration.xml" ||
    fail 'nothing was changed, the CIB does not take the configuration'
}

replace_file() {
  crm_verify --xml-file "$work/new.xml" >&2 || true
  cp -p -- "$file" "$file.new"
  cat -- "$work/new.xml" >"$file.new"
  mv -- "$file.new" "$file"
}

push() {
  diff -u "$work/there.xml" "$work/new.xml" || true
  verify
  if is_said_by_diff; then
    command pcs cluster cib-push "$work/new.xml" "diff-against=$work/there.xml"
  else
    command pcs cluster cib "$work/now.xml"
    [ "$(cib now --query --scope configuration)" = "$(cib there --query --scope configuration)" ] ||
      fail 'nothing was changed, somebody else has changed the cluster meanwhile; run this again'
    command pcs cluster cib-push "$work/new.xml" --config
  fi
  [ "$wait" -eq 0 ] || wait_for_start
}

# True where the difference makes of the one what the other is; it turns around what has no id.
is_said_by_diff() {
  cp -- "$work/there.xml" "$work/patched.xml"
  crm_diff --original "$work/there.xml" --new "$work/new.xml" --no-version >"$work/patch.xml" || true
  cib patched --patch --xml-file "$work/patch.xml" 2>/dev/null || return 1
  [ "$(cib patched --query --scope configuration)" = "$(cib new --query --scope configuration)" ]
}

# The exit code of crm_verify does not tell errors from warnings, its words do.
verify() {
  local words
  words=$(crm_verify --verbose --xml-file "$work/new.xml" 2>&1) || true
  case $words in
    *'Errors found'* | *'(with errors)'* | *'not valid'*) fail "nothing was changed, crm_verify says: $words" ;;
  esac
}

# The cluster counts as settled a little before it is.
wait_for_start() {
  local resource stopped end=$((SECONDS + wait))
  crm_resource --wait --timeout="\${wait}s" || true
  while :; do
    stopped=()
    for resource in "\${resources[@]}"; do
      crm_resource --resource "$resource" --locate 2>/dev/null | grep -q 'is running on' || stopped+=("$resource")
    done
    [ \${#stopped[@]} -gt 0 ] || return 0
    [ "$SECONDS" -lt "$end" ] || break
    sleep 1
  done
  fail "the configuration is in place, but these do not run: \${stopped[*]}"
}

pcs() {
  if [ -n "$print" ]; then
    printf 'pcs'
    [ -z "$file" ] || printf ' -f %q' "$file"
    printf ' %q' "$@"
    printf '\\n'
  else
    command pcs -f "$work/wanted.xml" "$@" || fail "nothing was changed, this failed: pcs $*"
  fi
}

# What pcs cannot say: XML from standard input.
cibadmin() {
  local xml
  xml=$(cat)
  if [ -n "$print" ]; then
    [ -z "$file" ] || printf 'CIB_file=%q ' "$file"
    printf 'cibadmin'
    printf ' %q' "$@"
    printf ' <<<%q\\n' "$(tr -d '\\n' <<<"$xml")"
  else
    cib wanted "$@" <<<"$xml" || fail "nothing was changed, cibadmin does not take: $xml"
  fi
}

# Nodes come with the cluster, not with this script. A file has no cluster, so it gets them.
require_node() { # ID NAME
  local node
  [ -z "$print" ] || return 0
  if node=$(cib there --query --xpath "/cib/configuration/nodes/node[@uname='$2']" 2>/dev/null); then
    [[ $node == *" id=\\"$1\\""* ]] || fail "nothing was changed, the node $2 has another id than $1"
  elif [ -z "$file" ]; then
    fail "nothing was changed, the cluster has no node $2"
  fi
  cib wanted --create --scope nodes --xml-text "<node id=\\"$1\\" uname=\\"$2\\"/>"
}
`.split('\n')
