# shellcheck shell=bash disable=SC2034,SC2154
# Options, messages, the password and the stages of a bootstrap script. The script sets cluster_name.
# This paragraph is left out of it.

# Produced by lightcib; change the cluster's description and compile it again instead of editing this.
# Each stage first checks what is done already, so a run that failed or was stopped is simply started
# again. See --help, and --print for all commands.

set -euo pipefail

usage() {
  cat <<'END'
usage: bash SCRIPT [--prepare | --print] [--destroy-other] [--wait SECONDS]

  On every node, first:   bash SCRIPT --prepare
  Then on one of them:    bash SCRIPT
  A node where this one may log in as root by ssh, with keys, need not be prepared by hand.
  A run that failed or was stopped is started again with the same command.

  --prepare         prepare this machine only: run pcsd, give hacluster a password where it has none,
                    stop and disable the services that Pacemaker will manage, remove the cluster of one
                    node at 127.0.0.1 that comes with a package
  --destroy-other   if a node belongs to another cluster, destroy that without asking
  --wait SECONDS    how long to wait for the nodes, and then for the resources (default 120)
  --print           show all stages with their commands, and change nothing
  --help            show this text

environment: HACLUSTER_PASSWORD, the password of hacluster on all nodes; without it the script asks for it
END
}

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

warn() {
  printf 'warning: %s\n' "$*" >&2
}

info() {
  printf '   %s\n' "$*"
}

stage_number=0

stage() {
  stage_number=$((stage_number + 1))
  printf '== %s. %s (%s s)\n' "$stage_number" "$1" "$SECONDS"
}

# Runs a command and shows its output only if it fails.
quietly() {
  if ! "$@" >"$work/output" 2>&1; then
    cat "$work/output" >&2
    fail "this command failed: $*"
  fi
}

marks=/run
drop_ins=/run/systemd/system
destroy_other=
seconds=120
here=
work=

# The password leaves this process through pipes only: no command line, no file, no environment. What names it is in
# these functions, which bash -x does not trace.
password=
keep_password() {
  { local -; set +x; } 2>/dev/null
  [ -v HACLUSTER_PASSWORD ] || return 0
  password=$HACLUSTER_PASSWORD
  unset HACLUSTER_PASSWORD
  case $password in *$'\n'*) fail 'HACLUSTER_PASSWORD has more than one line' ;; esac
}
keep_password

has_password() {
  { local -; set +x; } 2>/dev/null
  [ -n "$password" ]
}

# As printf prints it with this format.
print_password() { # FORMAT
  { local -; set +x; } 2>/dev/null
  # shellcheck disable=SC2059  # the format is the argument
  printf "$1" "$password"
}

need_password() {
  { local -; set +x; } 2>/dev/null
  [ -z "$password" ] || return 0
  { : </dev/tty; } 2>/dev/null || fail 'HACLUSTER_PASSWORD is not set, and there is no terminal to ask on'
  IFS= read -r -s -p 'Password of hacluster on the nodes: ' password </dev/tty
  printf '\n' >/dev/tty
  [ -n "$password" ] || fail 'hacluster needs a password'
}

main() {
  local mode=all
  while [ $# -gt 0 ]; do
    case $1 in
      --prepare) mode=prepare ;;
      --print) mode=print ;;
      --destroy-other) destroy_other=yes ;;
      --wait) [ $# -gt 1 ] || fail '--wait needs a number of seconds'; seconds=$2; shift ;;
      --help) usage; exit 0 ;;
      *) usage >&2; exit 2 ;;
    esac
    shift
  done
  [[ $seconds =~ ^[1-9][0-9]*$ ]] || fail '--wait needs a number of seconds'
  if [ "$mode" = print ]; then plan; exit 0; fi
  [ "$(id -u)" -eq 0 ] || fail 'this script must be run by root'
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
  lock
  if [ "$mode" = prepare ]; then prepare_only; else run_stages; fi
}

# Processes that an interrupted run has started keep the lock until they end.
lock() {
  exec 9>/run/lightcib-bootstrap.lock
  flock --nonblock 9 && return 0
  info 'waiting for another run to end'
  flock --timeout 120 9 || fail 'another run of this script is still active'
}

prepare_only() {
  check_machine
  prepare_machine
  info "$here is prepared"
}

run_stages() {
  stage 'Check this machine and the description'
  check_machine
  check_description
  stage 'Prepare the nodes'
  prepare_nodes
  stage 'Authenticate the nodes to each other'
  authorize_nodes
  stage 'Set up the cluster'
  set_up_cluster
  stage 'Start the cluster'
  start_nodes
  stage 'Wait for all nodes and quorum'
  wait_for_nodes
  stage 'Enable the cluster at boot'
  quietly pcs cluster enable --all
  stage 'Configure the cluster'
  configure
  stage 'Verify resources and virtual IPs'
  verify
  printf '== Cluster %s runs (%s s)\n' "$cluster_name" "$SECONDS"
}
