# shellcheck shell=bash disable=SC2154
# Starts the cluster, configures it and verifies the result. The script defines pcs_script, vips and
# unit_resources. This paragraph is left out of it.

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
    grep -q "<node name=\"$node\" .*online=\"true\".*pending=\"false\"" "$work/status.xml" || return 1
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
}
