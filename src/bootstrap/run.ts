/** What starts the cluster, configures it and looks at the result. Needs the functions `pcs_script` and `vips`. */
export const run = String.raw`
start_nodes() {
  if all_online; then
    say 'it runs already'
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

# True where every node is there and a leader is elected, with quorum.
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
    look_for_adopted "$id" "$unit"
  done < <(unit_resources)
  for id in $resources; do verify_runs "$id"; done
  while read -r id address haproxy; do
    verify_vip "$id" "$address" "$haproxy"
  done < <(vips)
}

running_on() { # RESOURCE
  crm_resource --locate --quiet --resource "$1" 2>/dev/null | awk 'NF { print $1 }'
}

# The cluster counts as settled a little before it is: what is wrong now may be right in a moment.
verify_runs() { # RESOURCE
  local end=$((SECONDS + 30))
  until [ -n "$(running_on "$1")" ]; do
    [ "$SECONDS" -lt "$end" ] || fail "$1 runs nowhere; 'crm_mon --one-shot' may say why"
    sleep 1
  done
}

verify_vip() { # ID ADDRESS HAPROXY
  local problem end=$((SECONDS + 30))
  until problem=$(problem_of "$@"); [ -z "$problem" ]; do
    [ "$SECONDS" -lt "$end" ] || fail "$problem"
    sleep 1
  done
  say "$2 answers on $(running_on "$1")"
}

# The address is on one node, is on this machine just where it should be, and pcsd, which listens on
# all addresses of every node, answers on it.
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

# Where HAProxy of this machine listens for everyone or for this address, it must do so on each node.
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

# A service that Pacemaker found running has not been started by it, and may run with old files.
look_for_adopted() { # RESOURCE UNIT
  local probe="//lrm_resource[@id='$1']/lrm_rsc_op[@operation='monitor' and @interval='0' and @rc-code='0']"
  local node
  for node in $(cibadmin --query --xpath "$probe" 2>/dev/null | awk '
      match($0, / on_node="[^"]*"/) { print substr($0, RSTART + 10, RLENGTH - 11) }'); do
    warn "$2 ran on $node before Pacemaker looked; if it has old files, 'bash SCRIPT --prepare' there restarts it"
  done
}
`
