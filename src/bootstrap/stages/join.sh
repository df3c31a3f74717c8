# shellcheck shell=bash disable=SC2154
# Sets up one cluster of the prepared nodes. The script defines authorize, pcsd_status and setup.
# This paragraph is left out of it.

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
  print_password '%s\n' | quietly authorize ||
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
    same | none | other) printf '%s\n' "$states" ;;
    none$'\n'other) printf 'other\n' ;;
    *)
      printf 'the nodes differ about the cluster %s:\n' "$cluster_name"
      for node in $nodes; do printf '  %s: %s\n' "$node" "$(state_of "$node" "$1")"; done
      printf "'pcs cluster node' adds and removes nodes, 'pcs cluster destroy' on a node removes it from its cluster"
      ;;
  esac
}

state_of() { # NODE SAME
  local conf=$work/$1.conf
  if [ ! -s "$conf" ]; then
    printf 'none\n'
  elif [ "$(members <"$conf")" = "$(members <"$work/described")" ]; then
    printf '%s\n' "$2"
  elif [ "$(name_in <"$conf")" = "$cluster_name" ]; then
    printf 'has other nodes: %s\n' "$(members <"$conf" | tr '\n' ' ')"
  else
    printf 'other\n'
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
