# shellcheck shell=bash disable=SC2034,SC2154
# What is checked and done on each node by itself. The script sets nodes, units, for_pcs, for_pacemaker.
# This paragraph is left out of it.

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
  print_password 'hacluster:%s\n' | quietly chpasswd
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
  awk '$1 ~ /^ring[0-9]_addr:$/ { if ($2 ~ /^(127\.|::1$|localhost$)/) own++; else other++ }
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
  { print_password 'HACLUSTER_PASSWORD=%q\n'; cat -- "$0"; } |
    by_ssh "$1" bash -s -- --prepare || fail "$1 is not prepared"
}
