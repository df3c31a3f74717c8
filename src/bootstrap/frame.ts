/** What every part of the script uses: options, messages, the password. Needs `cluster_name nodes units`. */
export const frame = String.raw`
usage() {
  cat <<'END'
usage: bash SCRIPT [--prepare | --print] [--destroy-other] [--wait SECONDS]

  On every node, before all else:   bash SCRIPT --prepare
  Then on one of them:              bash SCRIPT
  A node where this one may log in as root by ssh, with keys, need not be prepared by hand.
  A run that failed or was stopped is started again with the same command.

  --prepare         prepare this machine only: run pcsd, give hacluster a password where it has none,
                    stop and disable the services that Pacemaker will own, remove the cluster of one
                    node at 127.0.0.1 that comes with a package
  --destroy-other   destroy without asking another cluster that a node belongs to
  --wait SECONDS    how long nodes and then resources may take to come up (default 120)
  --print           show what would be done, with all commands, and change nothing
  --help            show this text

environment: HACLUSTER_PASSWORD, the password of hacluster on all nodes; without it the script asks
END
}

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

warn() {
  printf 'warning: %s\n' "$*" >&2
}

say() {
  printf '   %s\n' "$*"
}

stage_number=0

stage() {
  stage_number=$((stage_number + 1))
  printf '== %s. %s (%s s)\n' "$stage_number" "$1" "$SECONDS"
}

# Runs a command and shows its words only where it fails.
quietly() {
  if ! "$@" >"$work/output" 2>&1; then
    cat "$work/output" >&2
    fail "this failed: $*"
  fi
}

marks=/run
drop_ins=/run/systemd/system
destroy_other=
seconds=120
here=
work=

# The password leaves this process on standard input only: no command line, no file, no environment.
password=
if [ -v HACLUSTER_PASSWORD ]; then
  password=$HACLUSTER_PASSWORD
  unset HACLUSTER_PASSWORD
  case $password in *$'\n'*) fail 'HACLUSTER_PASSWORD has more than one line' ;; esac
fi

need_password() {
  [ -z "$password" ] || return 0
  { : </dev/tty; } 2>/dev/null || fail 'HACLUSTER_PASSWORD is not set, and there is no terminal to ask on'
  IFS= read -r -s -p 'Password of hacluster on the nodes: ' password </dev/tty
  printf '\n' >/dev/tty
  [ -n "$password" ] || fail 'hacluster needs a password'
}

main() {
  local mode=everything
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
  [ "$(id -u)" -eq 0 ] || fail 'only root may do this'
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
  one_at_a_time
  if [ "$mode" = prepare ]; then prepare_only; else everything; fi
}

# What an interrupted run has started holds the lock until it ends.
one_at_a_time() {
  exec 9>/run/lightcib-bootstrap.lock
  flock --nonblock 9 && return 0
  say 'waiting for another run to end'
  flock --timeout 120 9 || fail 'another run of this script has not ended'
}

prepare_only() {
  check_machine
  prepare_machine
  say "$here is prepared"
}

everything() {
  stage 'Check this machine and the description'
  check_machine
  check_description
  stage 'Prepare the nodes'
  prepare_nodes
  stage 'Let the nodes trust each other'
  authorize_nodes
  stage 'Make the cluster'
  make_cluster
  stage 'Start it'
  start_nodes
  stage 'Wait for all nodes and quorum'
  wait_for_nodes
  stage 'Start it at boot from now on'
  quietly pcs cluster enable --all
  stage 'Configure it'
  configure
  stage 'Look whether it answers'
  verify
  printf '== The cluster %s runs (%s s)\n' "$cluster_name" "$SECONDS"
}
`
