/** What is checked and done on each node by itself. */
export const prepare = String.raw`
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
    *) fail "this script is for $1 $3, and here is $2" ;;
  esac
}

# A name that means 127.0.0.1 on its own machine, as installers like it, would be no address for the others.
check_names() {
  local node address
  here=
  for node in $nodes; do
    address=$(getent ahosts "$node" | awk 'NR == 1 { print $1 }') || fail "no address is known of $node"
    case $address in
      127.* | ::1) fail "$node is $address here, see /etc/hosts: the other nodes cannot reach that" ;;
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
  give_password
  local unit
  for unit in $units; do free_unit "$unit"; done
  drop_default_cluster
}

# Packages leave hacluster without a password; one that is there stays.
give_password() {
  case $(getent shadow hacluster | cut -d: -f2) in
    '' | '!'* | '*'*) ;;
    *) return 0 ;;
  esac
  need_password
  printf 'hacluster:%s\n' "$password" | quietly chpasswd
  say 'hacluster has its password now'
}

# A service that runs already would be taken over as it is, with a configuration that it read long ago.
free_unit() { # UNIT
  local state
  case $(systemctl is-active "$1") in
    inactive | failed | unknown) ;;
    *)
      if ! started_by_pacemaker "$1"; then
        quietly systemctl stop "$1"
        say "stopped $1, which Pacemaker will start"
      fi
      ;;
  esac
  if state=$(systemctl is-enabled "$1" 2>/dev/null) && [ "$state" != static ]; then
    quietly systemctl disable "$1"
    say "disabled $1"
  fi
  systemctl cat "$1" >/dev/null 2>&1 ||
    warn "$1 is not installed on $here, or was a second name of a unit, which goes with disabling it"
}

# Pacemaker leaves a mark; that of 2.1 has .service in its name whatever the unit is.
started_by_pacemaker() { # UNIT
  [ -e "$drop_ins/$1.d/50-pacemaker.conf" ] || [ -e "$drop_ins/$1.service.d/50-pacemaker.conf" ]
}

drop_default_cluster() {
  local conf=/etc/corosync/corosync.conf
  { [ -e "$conf" ] && only_loopback "$conf"; } || return 0
  if grep -qs '<primitive' /var/lib/pacemaker/cib/cib.xml; then
    fail "the cluster of one node on $here has resources; 'pcs cluster destroy' would remove it"
  fi
  quietly pcs cluster destroy
  say 'removed the cluster of one node that came with the package'
}

# Nobody else can be in a cluster whose nodes are all at loopback addresses.
only_loopback() { # FILE
  awk '$1 ~ /^ring[0-9]_addr:$/ { if ($2 ~ /^(127\.|::1$|localhost$)/) own++; else other++ }
    END { exit !(own && !other) }' "$1"
}

prepare_nodes() {
  local node
  say "$here, this machine"
  prepare_machine
  for node in $nodes; do
    if [ "$node" = "$here" ]; then continue; fi
    if by_ssh "$node" -n true 2>/dev/null; then
      say "$node, by ssh"
      prepare_by_ssh "$node"
    else
      say "$node, not reached by ssh: has 'bash SCRIPT --prepare' been run there?"
    fi
  done
}

by_ssh() { # NODE WORD...
  local node=$1
  shift
  command -v ssh >/dev/null || return 1
  timeout --foreground 120 ssh -o BatchMode=yes -o ConnectTimeout=5 "root@$node" "$@"
}

# The script and the password both go through standard input. There nobody can be asked for it.
prepare_by_ssh() { # NODE
  [ -f "$0" ] || fail 'this script has to be a file: bash SCRIPT'
  [ -n "$password" ] || all_authorized || need_password
  { printf 'HACLUSTER_PASSWORD=%q\n' "$password"; cat -- "$0"; } |
    by_ssh "$1" bash -s -- --prepare || fail "$1 is not prepared"
}
`
