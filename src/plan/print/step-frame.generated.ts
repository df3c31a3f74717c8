/* Produced from plan/print/step-frame.sh by scripts/generated.mjs. */

export const stepFrame = `# Produced by lightcib; make a new plan instead of editing this.
#
# Each step is applied to a copy of the cluster's CIB, which is verified and pushed at once; then the script waits until the
# cluster has nothing left to do. It stops at the first failure. Run again, it goes on after the last step that is done.

set -Eeuo pipefail

usage() {
  cat <<'END'
usage: bash SCRIPT [--dry-run] [--from-step N] [--undo] [--file CIB] [--wait SECONDS] [--systemd FOLDER]

  (no option)      run the steps on the live cluster, after those that are done already
  --dry-run        show the commands of each step, and change nothing
  --from-step N    start with step N, whatever is done; with --undo, take back step N first
  --undo           take back the steps that are done, the last one first
  --file CIB       change this CIB file instead of the cluster
  --wait SECONDS   how long to wait after each step, 600 by default
  --systemd FOLDER where 'lightcib compile --to systemd -o FOLDER' has written its files, for steps that hand services over
                   to systemd; nodes by default. Other nodes are reached as root by ssh, with keys
  --help           show this text
END
}

fail() {
  printf 'error: %s\\n' "$*" >&2
  exit 1
}

file=
dry=
from=
undo=
wait=600
work=

main() {
  while [ $# -gt 0 ]; do
    case $1 in
      --dry-run) dry=yes ;;
      --from-step) [[ \${2-} =~ ^[0-9]+$ ]] || fail '--from-step needs the number of a step'; from=$((10#$2)); shift ;;
      --undo) undo=yes ;;
      --file) [ -n "\${2-}" ] || fail '--file needs the name of a CIB file'; file=$2; shift ;;
      --wait) [[ \${2-} =~ ^[0-9]+$ ]] || fail '--wait needs a number of seconds'; wait=$((10#$2)); shift ;;
      --systemd) [ -n "\${2-}" ] || fail '--systemd needs the name of a folder'; systemd=$2; shift ;;
      --help) usage; exit 0 ;;
      *) usage >&2; exit 2 ;;
    esac
    shift
  done
  if [ -n "$from" ] && { [ "$from" -lt 1 ] || [ "$from" -gt "$last" ]; }; then fail "there is no step $from: the plan has $last"; fi
  if [ -n "$dry" ]; then run_all; exit 0; fi
  check_version
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
  fetch
  run_all
}

check_version() {
  local version
  version=$(command pcs --version 2>/dev/null) || fail 'pcs is not installed'
  case $version in
    "$for_pcs" | "$for_pcs".*) ;;
    *) fail "this script is for pcs $for_pcs, but pcs $version is installed" ;;
  esac
}

# The last step that is done, 0 for none.
last_done() {
  local number
  for ((number = last; number > 0; number--)); do
    if "done_$number"; then break; fi
  done
  echo "$number"
}

run_all() {
  local number reached=0
  if [ -z "$dry" ]; then reached=$(last_done); fi
  if [ -n "$undo" ]; then
    if [ -n "$from" ]; then reached=$from; elif [ -n "$dry" ]; then reached=$last; fi
    # What comes next may have ended halfway.
    if [ "$reached" -gt 0 ] && hands_over $((reached + 1)); then reached=$((reached + 1)); fi
    for ((number = reached; number > 0; number--)); do apply "$number" undo; done
    if [ "$reached" -gt 0 ]; then apply 0 restore; fi
    return
  fi
  if [ -n "$from" ]; then reached=$((from - 1)); elif [ -z "$dry" ] && [ "$reached" -eq 0 ]; then check_epoch; fi
  if [ "$reached" -gt 0 ] && [ -z "$from" ]; then echo "steps 1 to $reached are done already"; fi
  if [ "$reached" -lt "$last" ]; then check_ready; fi
  for ((number = reached + 1; number <= last; number++)); do apply "$number" step; done
}

hands_over() { # NUMBER
  [[ $hand_overs == *" $1 "* ]]
}

# What is to run under systemd has to be there before Pacemaker lets go of it.
check_ready() {
  if [ -n "$dry$file" ] || [ "$hand_overs" = ' ' ]; then return; fi
  (ready) >"$work/ready" 2>&1 || { cat "$work/ready" >&2; fail 'the services cannot be handed over: nothing is done'; }
}

# The plan is for the CIB that it was made from.
check_epoch() {
  local found
  found=$(attribute admin_epoch).$(attribute epoch)
  if [ -n "$made_for" ] && [ "$made_for" != "$found" ]; then
    fail "the plan was made for a CIB with the epoch $made_for, and this one has $found: make a new plan"
  fi
}

attribute() { # NAME
  grep -m 1 -o "<cib [^>]*" "$work/current.xml" | grep -o " $1=\\"[^\\"]*\\"" | cut -d '"' -f 2
}

apply() { # NUMBER step|undo|restore
  local name=$2
  case $2 in
    restore) echo 'order of items, as it was' ;;
    step) name=step_$1; printf 'step %s of %s: %s\\n' "$1" "$last" "$(title_"$1")" ;;
    undo) name=undo_$1; printf 'undo step %s: %s\\n' "$1" "$(title_"$1")" ;;
  esac
  if [ -n "$dry" ]; then "$name"; return; fi
  fetch
  cp -- "$work/current.xml" "$work/new.xml"
  "$name"
  if cmp -s "$work/current.xml" "$work/new.xml"; then return; fi
  verify
  if [ -n "$file" ]; then
    cp -- "$work/new.xml" "$file"
  else
    command pcs cluster cib-push "$work/new.xml" diff-against="$work/current.xml" >"$work/pushed" 2>&1 ||
      { cat "$work/pushed" >&2; fail "step $1 was not pushed: nothing of it is done"; }
    settled || fail "the cluster is still busy \${wait} s after step $1, or does not answer"
  fi
}

# A controller that is just starting or elected does not answer, and is asked again.
settled() {
  local code end=$((SECONDS + 20))
  while :; do
    command crm_resource --wait --timeout="\${wait}s" && return
    code=$?
    if [ "$code" -eq 124 ] || [ "$SECONDS" -ge "$end" ]; then return "$code"; fi
    sleep 1
  done
}

fetch() {
  if [ -n "$file" ]; then cp -- "$file" "$work/current.xml"; else command pcs cluster cib "$work/current.xml"; fi
}

# What was accepted before the step has to be accepted after it.
verify() {
  if command crm_verify --xml-file "$work/new.xml" >"$work/verified" 2>&1; then return; fi
  if command crm_verify --xml-file "$work/current.xml" >/dev/null 2>&1; then cat "$work/verified" >&2; fail 'crm_verify does not accept the CIB after this step: nothing of it is done'; fi
}

has() { # XPATH
  CIB_file=$work/current.xml command cibadmin --query --xpath "$1" >/dev/null 2>&1
}

lacks() { # XPATH
  ! has "$1"
}

show() {
  printf '  '
  printf ' %q' "$@"
  printf '\\n'
}

pcs() {
  if [ -n "$dry" ]; then show pcs "$@"; return; fi
  command pcs -f "$work/new.xml" "$@" >"$work/output" 2>&1 || { cat "$work/output" >&2; fail "pcs $*"; }
}

cibadmin() {
  if [ -n "$dry" ]; then show cibadmin "$@"; sed 's/^/    /'; return; fi
  CIB_file=$work/new.xml command cibadmin "$@" || fail "cibadmin $*"
}

hand_over() { # --run|--ready|--check|--undo WORD...
  local option=("$1")
  if [ "$1" = --run ]; then option=(); fi
  shift
  if [ -n "$dry" ]; then show bash "$systemd/hand-over.sh" "\${option[@]}" "$@"; return; fi
  if [ -n "$file" ]; then
    if [ "\${option[*]}" != --check ]; then echo '  not done: nothing runs in a file'; fi
    return
  fi
  [ -f "$systemd/hand-over.sh" ] ||
    fail "$systemd/hand-over.sh is missing: 'lightcib compile TARGET --to systemd -o FOLDER' writes it, and --systemd names the folder"
  bash "$systemd/hand-over.sh" "\${option[@]}" "$@"
}

require_node() { # ID NAME
  if [ -n "$dry" ]; then return; fi
  has "//node[@id=\\"$1\\"][@uname=\\"$2\\"]" || fail "the cluster has no node $2 with the id $1"
}`
