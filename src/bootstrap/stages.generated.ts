/* Produced from bootstrap/stages/main.sh, bootstrap/stages/prepare.sh, bootstrap/stages/join.sh, bootstrap/stages/start.sh by scripts/generated.mjs. */

export const stages = `# Produced by lightcib; change the cluster's description and compile it again instead of editing this.
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
  printf 'error: %s\\n' "$*" >&2
  exit 1
}

warn() {
  printf 'warning: %s\\n' "$*" >&2
}

info() {
  printf '   %s\\n' "$*"
}

stage_number=0

stage() {
  stage_number=$((stage_number + 1))
  printf '== %s. %s (%s s)\\n' "$stage_number" "$1" "$SECONDS"
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
  case $password in *$'\\n'*) fail 'HACLUSTER_PASSWORD has more than one line' ;; esac
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
  printf '\\n' >/dev/tty
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
  printf '== Cluster %s runs (%s s)\\n' "$cluster_name" "$SECONDS"
}

check_machine() {
  local tool missing=
  for tool in pcs pacemakerd crm_mon crm_resource cibadmin systemctl ip ss getent chpasswd flock timeout; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
  done
  [ -z "$missing" ] || fail "not installed:$missing"
  check_version pcs "$(pcs --version)" "$for_pcs"
  check_version Pacemaker "$(pacemakerd --version | awk 'NR == 1 { print $2 }')" "$for_pacemaker"
  check_names
}

check_version() { # NAME VERSION WANTED
  case $2 in
    "$3" | "$3".*) ;;
    *) fail "this script is for $1 $3, but $1 $2 is installed" ;;
  esac
}

# Installers like to map a machine's own name to 127.0.0.1, which the other nodes cannot reach.
check_names() {
  local node address
  here=
  for node in $nodes; do
    address=$(getent ahosts "$node" | awk 'NR == 1 { print $1 }') || fail "the name $node has no address"
    case $address in
      127.* | ::1) fail "$node has the address $address here, see /etc/hosts: the other nodes cannot reach that" ;;
    esac
    if has_address "$address"; then here=$node; fi
  done
  [ -n "$here" ] || fail "none of the nodes has an address of this machine: $nodes"
}

has_address() { # ADDRESS
  [ -n "$(ip -oneline address show to "$1")" ]
}

prepare_machine() {
  quietly systemctl enable --now pcsd
  set_password
  local unit
  for unit in $units; do free_unit "$unit"; done
  remove_default_cluster
}

# Packages leave hacluster without a password; an existing one stays.
set_password() {
  case $(getent shadow hacluster | cut -d: -f2) in
    '' | '!'* | '*'*) ;;
    *) return 0 ;;
  esac
  need_password
  print_password 'hacluster:%s\\n' | quietly chpasswd
  info 'set the password of hacluster'
}

# Pacemaker would adopt a running service as it is, with a configuration that it read long ago.
free_unit() { # UNIT
  local state
  case $(systemctl is-active "$1") in
    inactive | failed | unknown) ;;
    *)
      if ! started_by_pacemaker "$1"; then
        quietly systemctl stop "$1"
        info "stopped $1, which Pacemaker will start"
      fi
      ;;
  esac
  if state=$(systemctl is-enabled "$1" 2>/dev/null) && [ "$state" != static ]; then
    quietly systemctl disable "$1"
    info "disabled $1"
  fi
  systemctl cat "$1" >/dev/null 2>&1 ||
    warn "$1 is not installed on $here, or was an alias of a unit, which disabling removes"
}

# Pacemaker creates this drop-in; 2.1 adds .service to its name whatever the unit is.
started_by_pacemaker() { # UNIT
  [ -e "$drop_ins/$1.d/50-pacemaker.conf" ] || [ -e "$drop_ins/$1.service.d/50-pacemaker.conf" ]
}

remove_default_cluster() {
  local conf=/etc/corosync/corosync.conf
  { [ -e "$conf" ] && only_loopback "$conf"; } || return 0
  if grep -qs '<primitive' /var/lib/pacemaker/cib/cib.xml; then
    fail "the cluster of one node on $here has resources; 'pcs cluster destroy' would remove it"
  fi
  quietly pcs cluster destroy
  info 'removed the cluster of one node that came with the package'
}

# No other machine can be in a cluster whose nodes all have loopback addresses.
only_loopback() { # FILE
  awk '$1 ~ /^ring[0-9]_addr:$/ { if ($2 ~ /^(127\\.|::1$|localhost$)/) own++; else other++ }
    END { exit !(own && !other) }' "$1"
}

prepare_nodes() {
  local node
  info "$here, this machine"
  prepare_machine
  for node in $nodes; do
    if [ "$node" = "$here" ]; then continue; fi
    if by_ssh "$node" -n true 2>/dev/null; then
      info "$node, by ssh"
      prepare_by_ssh "$node"
    else
      info "$node, no access by ssh: has 'bash SCRIPT --prepare' been run there?"
    fi
  done
}

by_ssh() { # NODE WORD...
  local node=$1
  shift
  command -v ssh >/dev/null || return 1
  timeout --foreground 120 ssh -o BatchMode=yes -o ConnectTimeout=5 "root@$node" "$@"
}

# Script and password both go through standard input, so the node cannot ask for the password.
prepare_by_ssh() { # NODE
  [ -f "$0" ] || fail 'the script must be run from a file: bash SCRIPT'
  has_password || all_authorized || need_password
  { print_password 'HACLUSTER_PASSWORD=%q\\n'; cat -- "$0"; } |
    by_ssh "$1" bash -s -- --prepare || fail "$1 is not prepared"
}

# pcs validates the options of pcs cluster setup before anything is changed.
check_description() {
  quietly setup --corosync_conf "$work/described"
}

authorize_nodes() {
  local node
  if all_authorized; then
    info 'they are authenticated already'
    return 0
  fi
  need_password
  for node in $nodes; do
    answers "$node" 2224 || fail "pcsd of $node does not answer on port 2224: run 'bash SCRIPT --prepare' there"
  done
  print_password '%s\\n' | quietly authorize ||
    fail "on a node that is not prepared hacluster has no password: run 'bash SCRIPT --prepare' there"
}

all_authorized() {
  local node
  pcsd_status >"$work/pcsd" 2>&1 || return 1
  for node in $nodes; do
    grep -qxF "  $node: Online" "$work/pcsd" || return 1
  done
}

answers() { # HOST PORT
  timeout 5 bash -c ": <'/dev/tcp/$1/$2'" 2>/dev/null
}

# The mark shows an interrupted setup: after that, a node may have the cluster's configuration, but not all of it.
set_up_cluster() {
  local mark=$marks/lightcib-bootstrap.$cluster_name same=same state
  if [ -e "$mark" ] && ! systemctl is-active --quiet corosync; then same=none; fi
  state=$(state_of_nodes "$same")
  case $state in
    same)
      info 'it is set up already'
      rm -f -- "$mark"
      compare_options
      return 0
      ;;
    none) ;;
    other) confirm_destroy ;;
    *) fail "$state" ;;
  esac
  : >"$mark"
  quietly setup --force
  rm -- "$mark"
}

# One word for all nodes: SAME if all belong to the wanted cluster, none, other; else what is wrong.
state_of_nodes() { # SAME
  local node states
  for node in $nodes; do conf_of "$node" >"$work/$node.conf"; done
  states=$(for node in $nodes; do state_of "$node" "$1"; done | sort -u)
  case $states in
    same | none | other) printf '%s\\n' "$states" ;;
    none$'\\n'other) printf 'other\\n' ;;
    *)
      printf 'the nodes differ about the cluster %s:\\n' "$cluster_name"
      for node in $nodes; do printf '  %s: %s\\n' "$node" "$(state_of "$node" "$1")"; done
      printf "'pcs cluster node' adds and removes nodes, 'pcs cluster destroy' on a node removes it from its cluster"
      ;;
  esac
}

state_of() { # NODE SAME
  local conf=$work/$1.conf
  if [ ! -s "$conf" ]; then
    printf 'none\\n'
  elif [ "$(members <"$conf")" = "$(members <"$work/described")" ]; then
    printf '%s\\n' "$2"
  elif [ "$(name_in <"$conf")" = "$cluster_name" ]; then
    printf 'has other nodes: %s\\n' "$(members <"$conf" | tr '\\n' ' ')"
  else
    printf 'other\\n'
  fi
}

# The corosync.conf of a node, from its pcsd, which answers 400 if there is none.
conf_of() { # NODE
  if pcs cluster corosync "$1" 2>"$work/error"; then return 0; fi
  grep -q 'HTTP error: 400' "$work/error" || fail "$(cat "$work/error")"
}

name_in() {
  awk '$1 == "cluster_name:" { print $2 }'
}

members() {
  awk '$1 == "cluster_name:" || $1 == "name:" { print $2 }' | sort
}

confirm_destroy() {
  local node word
  warn 'these nodes belong to another cluster, which will be destroyed:'
  for node in $nodes; do
    [ ! -s "$work/$node.conf" ] || warn "  $node: $(name_in <"$work/$node.conf")"
  done
  if [ -n "$destroy_other" ]; then return 0; fi
  { : </dev/tty; } 2>/dev/null || fail 'it was left alone; --destroy-other destroys it without asking'
  read -r -p "Type $cluster_name to destroy it and set up the new one: " word </dev/tty
  [ "$word" = "$cluster_name" ] || fail 'it was left alone'
}

compare_options() {
  local node
  for node in $nodes; do
    if diff <(options <"$work/$node.conf") <(options <"$work/described") >"$work/output"; then continue; fi
    warn "corosync.conf of $node is not as described, see 'pcs cluster config update':"
    cat "$work/output" >&2
  done
}

options() {
  awk 'NF && $1 != "cluster_uuid:"'
}

start_nodes() {
  if all_online; then
    info 'it runs already'
    return 0
  fi
  quietly pcs cluster start --all
}

wait_for_nodes() {
  local end=$((SECONDS + seconds))
  until all_online; do
    if [ "$SECONDS" -ge "$end" ]; then
      crm_mon --one-shot >&2 || true
      fail "not all nodes came up within $seconds seconds; are 5404-5412/udp open between them?"
    fi
    sleep 0.5
  done
}

# True if all nodes are online, a DC is elected, and the partition has quorum.
all_online() {
  local node
  timeout 20 crm_mon --one-shot --output-as=xml >"$work/status.xml" 2>/dev/null || return 1
  grep -q '<current_dc present="true".*with_quorum="true"' "$work/status.xml" || return 1
  for node in $nodes; do
    grep -q "<node name=\\"$node\\" .*online=\\"true\\".*pending=\\"false\\"" "$work/status.xml" || return 1
  done
}

configure() {
  pcs_script >"$work/configure.sh"
  bash "$work/configure.sh" --wait "$seconds"
}

verify() {
  local id address haproxy unit
  quietly crm_resource --wait --timeout "$seconds"s
  while read -r id unit; do
    check_adopted "$id" "$unit"
  done < <(unit_resources)
  for id in $resources; do verify_runs "$id"; done
  while read -r id address haproxy; do
    verify_vip "$id" "$address" "$haproxy"
  done < <(vips)
}

running_on() { # RESOURCE
  crm_resource --locate --quiet --resource "$1" 2>/dev/null | awk 'NF { print $1 }'
}

# crm_resource --wait ends a little before all resources have started, so this waits some more.
verify_runs() { # RESOURCE
  local end=$((SECONDS + 30))
  until [ -n "$(running_on "$1")" ]; do
    [ "$SECONDS" -lt "$end" ] || fail "$1 runs nowhere; see 'crm_mon --one-shot'"
    sleep 1
  done
}

verify_vip() { # ID ADDRESS HAPROXY
  local problem end=$((SECONDS + 30))
  until problem=$(problem_of "$@"); [ -z "$problem" ]; do
    [ "$SECONDS" -lt "$end" ] || fail "$problem"
    sleep 1
  done
  info "$2 answers on $(running_on "$1")"
}

# The address must be on one node, on this machine only if the resource runs here, and pcsd, which listens
# on all addresses of every node, must answer on it.
problem_of() { # ID ADDRESS HAPROXY
  local where port
  where=$(running_on "$1")
  if [ -z "$where" ]; then echo "$1 runs nowhere"; return; fi
  if [ "$(wc -l <<<"$where")" -ne 1 ]; then echo "$1 runs on more than one node: $where"; return; fi
  if has_address "$2"; then
    if [ "$where" != "$here" ]; then echo "$2 is on $here, where $1 does not run"; return; fi
  elif [ "$where" = "$here" ]; then
    echo "$2 is not on $here, where $1 runs"
    return
  fi
  if ! answers "$2" 2224; then echo "$2 on $where does not answer"; return; fi
  if [ "$3" = - ]; then return; fi
  if ! running_on "$3" | grep -qxF "$where"; then echo "$1 is on $where, and $3 is not"; return; fi
  for port in $(haproxy_ports "$2"); do
    answers "$2" "$port" || echo "$2 on $where does not answer on port $port, where HAProxy should listen"
  done
}

# The ports on which HAProxy of this machine listens on all addresses or on this one; each node must do so.
haproxy_ports() { # ADDRESS
  ss --no-header --listening --tcp --numeric --processes | awk -v address="$1" '
    BEGIN { all = address ~ /:/ ? "::" : "0.0.0.0" }
    /"haproxy"/ {
      at = match($4, /:[0-9]+$/)
      host = substr($4, 1, at - 1)
      gsub(/[][]/, "", host)
      if (host == "*" || host == all || host == address) print substr($4, at + 1)
    }' | sort -un
}

# Warns of a service that Pacemaker found running: it did not start it, so it may run with old files.
check_adopted() { # RESOURCE UNIT
  local probe="//lrm_resource[@id='$1']/lrm_rsc_op[@operation='monitor' and @interval='0' and @rc-code='0']"
  local node
  for node in $(cibadmin --query --xpath "$probe" 2>/dev/null | awk '
      match($0, / on_node="[^"]*"/) { print substr($0, RSTART + 10, RLENGTH - 11) }'); do
    warn "$2 ran on $node before Pacemaker looked; if it has old files, 'bash SCRIPT --prepare' there restarts it"
  done
}`
