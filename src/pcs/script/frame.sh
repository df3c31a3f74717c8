# shellcheck shell=bash disable=SC2154
# The part of a pcs script that is the same for every cluster. The script sets for_pcs and resources,
# defines configure and calls main. This paragraph is left out of it.

# Produced by lightcib; change the cluster's description and compile it again instead of editing this.
#
# The commands build the wanted configuration in a CIB of their own. What the cluster lacks of it is then
# added to a copy of the cluster's CIB, which is verified and pushed once. So the script can be run
# again, everything else in the cluster stays as it is, and a failure at any point changes nothing.

set -Eeuo pipefail
umask 077

usage() {
  cat <<'END'
usage: bash SCRIPT [--file CIB] [--update [--prune]] [--force] [--wait SECONDS] [--print]

  (no option)      add what is missing to the live cluster, then wait for it to start
  --file CIB       add it to this CIB file instead; the file is replaced whole or not at all
  --update         change what differs too, and record in the CIB what this script has made
  --prune          remove what an earlier script has made with --update, and this one does not have
  --force          go on where crm_verify finds errors in the result
  --wait SECONDS   how long to wait, 60 by default; 0 does not wait
  --print          show the commands, one a line, and change nothing
  --help           show this text

Where something differs, the script shows it, stops and changes nothing, unless --update is given.
END
}

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# The words of a command as they were read, what is not ASCII escaped.
failed() { # WORD...
  local LC_ALL=C
  fail "nothing was changed, this failed: ${*@Q}"
}

trap 'printf "error: nothing was changed, this failed: %s\n" "$BASH_COMMAND" >&2; exit 1' ERR

file=
print=
force=
update=
prune=
ids=exact
wait=60

main() {
  while [ $# -gt 0 ]; do
    case $1 in
      --file) [ -n "${2-}" ] || fail '--file needs the name of a CIB file'; file=$2; shift ;;
      --update) update=yes ;;
      --prune) prune=yes ;;
      --force) force=yes ;;
      --wait) [[ ${2-} =~ ^[0-9]+$ ]] || fail '--wait needs a number of seconds'; wait=$((10#$2)); shift ;;
      --print) print=yes ;;
      --help) usage; exit 0 ;;
      *) usage >&2; exit 2 ;;
    esac
    shift
  done
  if [ -n "$prune" ] && [ -z "$update" ]; then fail '--prune needs --update'; fi
  if [ -n "$print" ]; then configure; exit 0; fi
  check_version
  make_work
  if [ -n "$file" ]; then
    cp -- "$file" "$work/current.xml"
  else
    command cibadmin --query >"$work/current.xml" ||
      fail 'nothing was changed, no cluster answers on this machine; with --file CIB the script works on a file'
  fi
  (merge start "$work")
  configure
  # This process becomes that one, so that a signal reaches the one that changes the cluster.
  merge bring "$work" "$file" "$ids" "$update" "$prune" "$force" "$wait" "$for_pcs" "${resources[@]}"
}

check_version() {
  local version
  version=$(command pcs --version 2>/dev/null) || fail 'pcs is not installed'
  case $version in
    "$for_pcs" | "$for_pcs".*) ;;
    *) fail "this script is for pcs $for_pcs, but pcs $version is installed" ;;
  esac
}

# A folder for current.xml, which is the cluster's, wanted.xml, which the commands build, and new.xml, the result.
# For a file it is beside that, so that the result can be renamed. Where this process is killed, and so descriptor 3
# closed, another one removes it.
make_work() {
  local near=${TMPDIR:-/tmp}
  if [ -n "$file" ]; then
    file=$(realpath -e -- "$file" 2>/dev/null) ||
      fail 'nothing was changed, there is no such file; cibadmin --empty prints an empty CIB'
    [ -f "$file" ] || fail "$file is not a regular file"
    near=${file%/*}
  fi
  work=$(mktemp -d -u -- "$near/.lightcib.XXXXXXXXXX")
  coproc remover { trap '' HUP INT TERM; exec >/dev/null 2>&1; cat; rm -rf -- "$work"; }
  # By way of descriptor 1: a copy of a coprocess's descriptor would be closed by exec.
  { exec 3>&1; } >&"${remover[1]}"
  trap 'rm -rf -- "$work"' EXIT
  mkdir -- "$work"
}

pcs() {
  if [ -n "$print" ]; then
    printf 'pcs'
    [ -z "$file" ] || printf ' -f %q' "$file"
    printf ' %q' "$@"
    printf '\n'
  else
    command pcs -f "$work/wanted.xml" "$@" || failed pcs "$@"
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
    CIB_file=$work/wanted.xml command cibadmin "$@" <<<"$xml" || failed cibadmin "$@" "$xml"
  fi
}

# Nodes belong to the cluster, not to this script. A file has no cluster, so it gets them.
require_node() { # ID NAME
  [ -n "$print" ] || cibadmin --create --scope nodes --xml-pipe <<<"<node id=\"$1\" uname=\"$2\"/>"
}

merge() {
  local python=/usr/bin/python3
  [ -x "$python" ] || python=/usr/libexec/platform-python
  exec "$python" -I - "$@" <<'PYTHON'
@merge.py@


@update.py@


@commands.py@


@main.py@
PYTHON
}
