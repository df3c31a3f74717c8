/* Produced from systemd/hand-over.sh by scripts/generated.mjs. */

export const functions = `# A service is run by Pacemaker or by systemd, never by both: nothing is changed as long as Pacemaker runs one.

here=$(cd -- "$(dirname -- "\${BASH_SOURCE[0]}")" && pwd)
cib=/var/lib/pacemaker/cib/cib.xml
seconds=60
restart_later=()

# Services that are not root read the files.
umask 022

usage() {
  cat <<'EOF'
Hands services over to systemd on this node, after Pacemaker has let go of them.

  bash hand-over.sh [UNIT...]          installs the files that are beside this script, removes Pacemaker's override,
                                       enables and starts each service, and proves what systemd made of the files
  bash hand-over.sh --check [UNIT...]  only proves it
  bash hand-over.sh --undo [UNIT...]   disables each service without stopping it and removes its drop-in, so that
                                       Pacemaker can take it over as it runs; settings of services stay
  bash hand-over.sh --ready [UNIT...]  only looks whether it could be done: files and units are there
  --on NODE[,NODE...]                  the same on these nodes, one after the other: on others than this as root by ssh,
                                       with keys, to where it copies itself and its files
  --wait SECONDS                       how long to wait for services to become active (60)

Without UNIT it is about all services of this script.
EOF
}

fail() {
  printf 'error: %s\\n' "$*" >&2
  exit 1
}

warn() {
  printf 'warning: %s\\n' "$*" >&2
}

main() {
  local mode=hand_over option=() nodes=() units=()
  while [ $# -gt 0 ]; do
    case $1 in
      --check | --undo | --ready) mode=\${1#--} option=("$1") ;;
      --on)
        [ -n "\${2:-}" ] || fail '--on needs the names of nodes, with commas between them'
        IFS=, read -r -a nodes <<<"$2"
        shift
        ;;
      --wait)
        [[ \${2:-} =~ ^[0-9]+$ ]] || fail '--wait needs a number of seconds'
        seconds=$2
        shift
        ;;
      --help | -h)
        usage
        exit 0
        ;;
      -*) is_ours "$1" || fail "unknown option $1; see --help"; units+=("$1") ;;
      *) is_ours "$1" || fail "$1 is not a service of this script"; units+=("$1") ;;
    esac
    shift
  done
  if [ \${#units[@]} -eq 0 ]; then units=("\${all_units[@]}"); fi
  [ "$(id -u)" -eq 0 ] || fail 'only root can do that'
  if [ \${#nodes[@]} -gt 0 ]; then
    on_nodes "\${nodes[*]}" "\${units[*]}" "\${option[@]}" --wait "$seconds"
  else
    "$mode" "\${units[@]}"
  fi
}

# All nodes are tried, so that no service waits on one for another.
on_nodes() { # NODES UNITS OPTION...
  local nodes units unit node own files=() missed=()
  read -r -a nodes <<<"$1"
  read -r -a units <<<"$2"
  shift 2
  set -- "$@" "\${units[@]}"
  mapfile -t files < <(for unit in "\${units[@]}"; do files_of "$unit"; done)
  own=$(crm_node --name 2>/dev/null || uname -n)
  for node in "\${nodes[@]}"; do
    printf '%s:\\n' "$node"
    if [ "$node" = "$own" ]; then
      bash "$here/hand-over.sh" "$@" || missed+=("$node")
    else
      tar -cf - -C "$here" hand-over.sh "\${files[@]}" | by_ssh "$node" "$@" || missed+=("$node")
    fi
  done
  [ \${#missed[@]} -eq 0 ] || fail "it did not end well on \${missed[*]}"
}

# Runs this script there, with its files from standard input in a folder of its own.
by_ssh() { # NODE WORD...
  local node=$1 word command
  shift
  # shellcheck disable=SC2016
  command='set -e; folder=$(mktemp -d); trap "rm -rf -- \\"$folder\\"" EXIT; tar -xf - -C "$folder"; bash "$folder/hand-over.sh"'
  for word; do command+=" $(printf '%q' "$word")"; done
  ssh -o BatchMode=yes -o ConnectTimeout=5 "root@$node" "bash -c $(printf '%q' "$command")"
}

is_ours() { # UNIT
  local unit
  for unit in "\${all_units[@]}"; do [ "$unit" != "$1" ] || return 0; done
  return 1
}

hand_over() { # UNIT...
  local unit
  ready "$@"
  for unit; do
    if pacemaker_runs "$unit"; then
      fail "Pacemaker runs $unit on this node, or remembers it; delete its resource, and if it was deleted while it ran, 'crm_resource --refresh'"
    fi
  done
  for unit; do install_files "$unit"; done
  for unit; do remove_override "$unit"; done
  systemctl daemon-reload
  for unit; do run_unit "$unit"; done
  check "$@"
  for unit; do warn_of_folders "$unit"; done
  if [ \${#restart_later[@]} -gt 0 ]; then
    warn "these run with their old settings until they are restarted: \${restart_later[*]}"
  fi
}

# Whether files and units are there, whatever runs them.
ready() { # UNIT...
  local unit file
  for unit; do
    [ "$(property "$unit" LoadState)" = loaded ] || fail "$unit is not installed on this node, or is masked"
    while read -r file; do
      [ -f "$here/$file" ] || fail "$here/$file is missing: it belongs to this script"
    done < <(files_of "$unit")
    if is_oneshot "$unit" && grep -qx 'Restart=always' -- "$here/$(drop_in "$unit")"; then
      fail "$unit has Type=oneshot, for which systemd rejects Restart=always: declare it with restart: 'no'"
    fi
  done
}

drop_in() { # UNIT
  printf 'etc/systemd/system/%s.d/50-lightcib.conf' "$1"
}

property() { # UNIT NAME
  local shown
  shown=$(systemctl show --property "$2" -- "$1")
  printf '%s' "\${shown#*=}"
}

is_oneshot() { # UNIT
  [ "$(property "$1" Type)" = oneshot ]
}

# True where the configuration has a resource for the unit, or this node's history has one that may run.
pacemaker_runs() { # UNIT
  local match="@class='systemd' and (@type='$1' or @type='\${1%.service}')" name
  command -v cibadmin >/dev/null || return 1
  name=$(crm_node --name 2>/dev/null || uname -n)
  cib_has "//resources//*[$match]" || cib_has "//node_state[@uname='$name']//lrm_resource[$match]"
}

# Where the cluster does not run here, the CIB that it will start with counts.
cib_has() { # XPATH
  local status=0
  cibadmin --query --xpath "$1" >/dev/null 2>&1 || status=$?
  if [ "$status" -ne 0 ] && [ "$status" -ne 105 ]; then
    [ -e "$cib" ] || return 1
    status=0
    CIB_file=$cib cibadmin --query --xpath "$1" >/dev/null 2>&1 || status=$?
  fi
  case $status in
    0) return 0 ;;
    105) return 1 ;;
    *) fail "cannot read Pacemaker's configuration, cibadmin ended with $status" ;;
  esac
}

install_files() { # UNIT
  local file
  while read -r file; do
    if cmp -s -- "$here/$file" "/$file"; then continue; fi
    mkdir -p -- "/\${file%/*}"
    cp -- "$here/$file" "/$file.new"
    chmod 644 -- "/$file.new"
    mv -f -- "/$file.new" "/$file"
    if [ "$file" != "$(drop_in "$1")" ] && [ "$(property "$1" ActiveState)" = active ]; then
      restart_later+=("$1")
    fi
  done < <(files_of "$1")
}

# A command with --config-dir reads no other folder.
warn_of_folders() { # UNIT
  local command file
  command=$(property "$1" ExecStart)
  if ! grep -q -- --config-dir <<<"$command"; then return 0; fi
  while read -r file; do
    case $file in
      etc/*.conf.d/*) ;;
      *) continue ;;
    esac
    if grep -qE -- "--config-dir[= ]/\${file%/*}/?( |$|;)" <<<"$command"; then continue; fi
    warn "$1 does not read /\${file%/*}: copy /$file into a folder that it has as --config-dir"
  done < <(files_of "$1")
}

# Pacemaker adds .service to the name, whatever the unit is.
remove_override() { # UNIT
  local folder
  for folder in "/run/systemd/system/$1.d" "/run/systemd/system/$1.service.d"; do
    rm -f -- "$folder/50-pacemaker.conf"
    if [ -d "$folder" ]; then rmdir --ignore-fail-on-non-empty -- "$folder"; fi
  done
}

# What does its work once at boot is not started now: it may undo what runs.
run_unit() { # UNIT
  systemctl --quiet enable -- "$1"
  if is_oneshot "$1"; then return 0; fi
  systemctl --no-block start -- "$1"
}

check() { # UNIT...
  local unit faults=0 end=$((SECONDS + seconds))
  for unit; do
    if prove "$unit" "$end"; then printf '%s is run by systemd\\n' "$unit"; else faults=1; fi
  done
  [ "$faults" -eq 0 ] || fail 'systemd does not run all of them as described'
}

# True where systemd has made of the unit what its drop-in has; prints what is not so.
prove() { # UNIT END
  local unit=$1 end=$2 key value shown state faults=0
  fault() {
    printf 'error: %s: %s\\n' "$unit" "$*" >&2
    faults=1
  }
  [ "$(property "$unit" NeedDaemonReload)" != yes ] || fault "'systemctl daemon-reload' is due"
  case $(property "$unit" DropInPaths) in
    *50-pacemaker.conf*) fault "Pacemaker's override is in effect" ;;
  esac
  if files_of "$unit" | grep -qxF -- "$(drop_in "$unit")"; then
    [ -f "/$(drop_in "$unit")" ] || fault "/$(drop_in "$unit") is missing"
  fi
  while IFS='=' read -r key value; do
    case $key in
      After | Wants) if has_words "$(property "$unit" "$key")" "$value"; then continue; fi ;;
      Restart) if [ "$(property "$unit" Restart)" = "$value" ]; then continue; fi ;;
      *Sec)
        shown=$(property "$unit" "\${key%Sec}USec")
        if [ "$(microseconds "$shown")" = "$(microseconds "$value")" ]; then continue; fi
        ;;
      *) continue ;;
    esac
    fault "its drop-in has $key=$value, and systemd has $(property "$unit" "\${key/%Sec/USec}")"
  done < <(cat -- "/$(drop_in "$unit")" 2>/dev/null)
  case $(systemctl is-enabled -- "$unit" 2>/dev/null || true) in
    disabled | masked) fault 'it is not enabled: it would not start at boot' ;;
  esac
  if is_oneshot "$unit"; then return "$faults"; fi
  until state=$(property "$unit" ActiveState); [ "$state" = active ]; do
    if [ "$SECONDS" -ge "$end" ]; then break; fi
    sleep 0.2
  done
  case $state in
    active) ;;
    activating) warn "$unit is starting, and not ready after $seconds seconds" ;;
    *) fault "it is $state" ;;
  esac
  return "$faults"
}

# True where all words of the second text are in the first, in which newer versions of systemctl quote those with a
# backslash: "a\\\\x2db.service".
has_words() { # SHOWN WANTED
  local word plain=\${1//\\"/}
  local words=" $1 \${plain//\\\\\\\\/\\\\} "
  for word in $2; do
    [[ $words == *" $word "* ]] || return 1
  done
}

# A time of systemd as a number: 3min 20s is 200000000. The units of systemd.time(7) that systemctl prints.
microseconds() { # TIME
  awk -v text="$1" 'BEGIN {
    unit["us"] = 1; unit["ms"] = 1000; unit["s"] = 1e6; unit["min"] = 6e7; unit["h"] = 36e8
    unit["d"] = 864e8; unit["w"] = 6048e8; unit["month"] = 26298e8; unit["y"] = 315576e8
    if (text == "infinity" || text == "0") { print text; exit }
    while (match(text, /^ *[0-9.]+[a-z]+/)) {
      part = substr(text, 1, RLENGTH)
      text = substr(text, RLENGTH + 1)
      number = part + 0
      gsub(/[^a-z]/, "", part)
      if (!(part in unit)) { print "unknown"; exit }
      sum += number * unit[part]
    }
    printf "%.0f\\n", sum
  }'
}

undo() { # UNIT...
  local unit file
  for unit; do
    systemctl --quiet disable -- "$unit"
    file=/$(drop_in "$unit")
    rm -f -- "$file"
    if [ -d "\${file%/*}" ]; then rmdir --ignore-fail-on-non-empty -- "\${file%/*}"; fi
  done
  systemctl daemon-reload
  printf 'they run on, and systemd starts them neither at boot nor again: Pacemaker can take them over\\n'
}`
