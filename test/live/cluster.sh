#!/usr/bin/env bash
# Machines in Linux namespaces, each with systemd as process 1 and Debian's cluster packages as
# apt-get leaves them, on one switch that leads nowhere. Needs root, and nothing of the host changes.
#
#   cluster.sh up DIR NODE...          boots the nodes: 10.77.0.11, 10.77.0.12, ...
#   cluster.sh exec DIR NODE CMD...    runs a command on a node
#   cluster.sh cut DIR NODE            pulls a node's power; its disk stays
#   cluster.sh start DIR NODE          boots a node
#   cluster.sh unplug DIR NODE         pulls a node's network cable, and plug puts it in again
#   cluster.sh outside DIR CMD...      runs a command of the host on the switch, outside of the nodes
#   cluster.sh down DIR                removes everything
#
# One process, the hub, holds the switch and the nodes' disks. Whatever kills it ends all the nodes
# with their mounts and addresses; only empty control groups and DIR are left for `down`. It ends by
# itself when the process that called `up` is no more, and another process then does what `down` does.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
network=10.77.0

fail() {
  echo "cluster.sh: $*" >&2
  exit 1
}

# What a node sees of its surroundings: nothing of ours.
clean=(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb)

until_true() { # SECONDS COMMAND...
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.02
  done
}

# A pid file holds a pid and the time at which that process started: a pid that is used again is another.
alive() { # PIDFILE
  local pid start stat
  [ -s "$1" ] || return 1
  read -r pid start <"$1"
  { read -ra stat <"/proc/$pid/stat"; } 2>/dev/null || return 1
  [ "${stat[21]}" = "$start" ] && [ "${stat[2]}" != Z ]
}

pid_of() { # PIDFILE
  alive "$1" || fail "not running: $(basename "$1" .pid)"
  cut -d' ' -f1 "$1"
}

dead() {
  ! alive "$1"
}

kill_now() { # PIDFILE
  alive "$1" || return 0
  kill -9 "$(pid_of "$1")"
  until_true 60 dead "$1" || fail "does not die: $1"
}

number_of() { # NODE
  local nodes
  read -ra nodes <"$dir/nodes"
  local at
  for at in "${!nodes[@]}"; do
    if [ "${nodes[at]}" = "$1" ]; then echo "$((at + 1))"; return; fi
  done
  fail "no such node: $1"
}

up() { # NODE...
  mkdir -p "$dir/disk" "$dir/cgroup" "$dir/hostproc"
  echo "$*" >"$dir/nodes"
  setsid unshare --mount --net --pid --uts --fork --kill-child --propagation private \
    "$here/hub.sh" "$dir" "$network" "$PPID" >"$dir/hub.log" 2>&1 </dev/null &
  setsid "$0" down-after "$dir" "$PPID" >/dev/null 2>&1 </dev/null &
  until_true 10 test -e "$dir/hub.ready" || fail "no hub: $(cat "$dir/hub.log")"
  local node
  for node; do start "$node"; done
  for node; do booted "$node"; done
}

start() { # NODE
  local node=$1 number hub pid
  number=$(number_of "$node")
  dead "$dir/$node.pid" || fail "$node runs already"
  hub=$(pid_of "$dir/hub.pid")
  rm -f "$dir/$node.pid"
  setsid nsenter --target "$hub" --mount --net --pid --uts -- "$here/node.sh" "$dir" "$node" \
    "$network" "$number" >"$dir/$node.log" 2>&1 </dev/null &
  until_true 10 alive "$dir/$node.pid" || fail "$node does not start: $(cat "$dir/$node.log")"
  pid=$(pid_of "$dir/$node.pid")
  nsenter --target "$hub" --net ip link add "port$number" type veth peer name eth0 netns "$pid"
  nsenter --target "$hub" --net ip link set "port$number" master switch up
}

# Its socket is there late, and before that systemctl does not wait. A unit that failed is no reason to stop.
booted() { # NODE
  until_true 60 on "$1" test -S /run/systemd/private || fail "$1 has no systemd: $(cat "$dir/$1.log")"
  on "$1" timeout 90 systemctl is-system-running --wait >/dev/null || [ $? -lt 124 ] || fail "$1 does not boot"
}

on() { # NODE COMMAND...
  local node=$1
  shift
  nsenter --target "$(pid_of "$dir/$node.pid")" --all -- "${clean[@]}" "$@"
}

# The cable first: an address must not outlive the processes of its node.
cut_power() { # NODE
  nsenter --target "$(pid_of "$dir/hub.pid")" --net ip link del "port$(number_of "$1")"
  kill_now "$dir/$1.pid"
}

cable() { # NODE up|down
  nsenter --target "$(pid_of "$dir/hub.pid")" --net ip link set "port$(number_of "$1")" "$2"
}

outside() { # COMMAND...
  exec nsenter --target "$(pid_of "$dir/hub.pid")" --net -- "$@"
}

# However the process that called `up` ended.
down_after() { # PID
  echo "$$ $(cut -d' ' -f22 "/proc/$$/stat")" >"$dir/down-after.pid"
  while [ -e "/proc/$1" ]; do sleep 0.5; done
  rm -f "$dir/down-after.pid"
  down
}

down() {
  [ -d "$dir" ] || return 0
  kill_now "$dir/down-after.pid"
  kill_now "$dir/hub.pid"
  if [ -e "$dir/hub.ready" ]; then unshare --mount --propagation private "$here/cgroups.sh" "$dir"; fi
  rm -rf --one-file-system "$dir"
}

[ $# -ge 2 ] || { sed -n '2,16s/^# \?//p' "$0"; exit 2; }
command=$1
dir=$2
shift 2
case $command in
  up | start | down) "$command" "$@" ;;
  cut) cut_power "$@" ;;
  down-after) down_after "$1" ;;
  plug) cable "$1" up ;;
  unplug) cable "$1" down ;;
  outside) outside "$@" ;;
  exec) on "$@" ;;
  *) fail "what is $command?" ;;
esac
