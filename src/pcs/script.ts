import { commandLines, comment, quote } from './bash.js'
import type { Command, Step } from './command.js'

/** What the script says of itself. */
export interface ScriptSubject {
  /** The cluster's name, where it has one. */
  readonly name: string | undefined
  /** The pcs that it is for, `0.11`. */
  readonly pcs: string
}

/** The steps as a bash script that edits a CIB file, or a copy of the live CIB that it then pushes. */
export function script(steps: readonly Step[], { name, pcs }: ScriptSubject): string {
  const what = name === undefined ? 'the cluster configuration' : `the configuration of the cluster ${name}`
  const lines = [
    '#!/usr/bin/env bash',
    ...comment(`Builds ${what} with pcs ${pcs}.`),
    ...head,
    `for_pcs=${quote(pcs)}`,
    ...frame,
    '# shellcheck disable=SC1010  # "then" is a word of pcs too',
    'configure() {',
    ...body(steps),
    '}',
    '',
    'main "$@"',
  ]
  return `${lines.join('\n')}\n`
}

function body(steps: readonly Step[]): readonly string[] {
  const parts = steps.map((step) => [
    ...[step.title, ...step.remarks].flatMap(comment).map(indented),
    ...step.commands.flatMap(lines),
  ])
  return parts.length === 0 ? ['  :'] : parts.flatMap((part, at) => (at === 0 ? part : ['', ...part]))
}

function lines({ program, argv, input, comment: remark }: Command): readonly string[] {
  const above = remark === undefined ? [] : comment(remark).map(indented)
  const command = commandLines([program, ...argv]).map(indented)
  if (input === undefined) return [...above, ...command]
  const [last = '', ...before] = [...command].reverse()
  return [...above, ...before.reverse(), `${last} <<'XML'`, ...input.split('\n'), 'XML']
}

function indented(line: string): string {
  return `  ${line}`
}

const head = `#
# Made by lightcib; change the cluster's description and compile it again instead of editing this.
# Without options it edits a copy of the live CIB, verifies it and pushes it once: a failure at any
# point leaves the cluster as it was. See --help.

set -Eeuo pipefail
`.split('\n')

const frame = String.raw`
usage() {
  cat <<'END'
usage: bash SCRIPT [--file CIB] [--print]

  (no option)   edit a copy of the live CIB, verify it, push it once
  --file CIB    edit this CIB file instead; it is written whole or not at all
  --print       show the commands, one a line, and change nothing
  --help        show this text
END
}

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

file=
print=
cib=
work=

main() {
  while [ $# -gt 0 ]; do
    case $1 in
      --file) [ $# -gt 1 ] || fail '--file needs the name of a CIB file'; file=$2; shift ;;
      --print) print=yes ;;
      --help) usage; exit 0 ;;
      *) usage >&2; exit 2 ;;
    esac
    shift
  done
  if [ -n "$print" ]; then configure; exit 0; fi
  check_version
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
  cib=$work/cib.xml
  if [ -n "$file" ]; then edit_file; else edit_live; fi
}

check_version() {
  local version
  version=$(command pcs --version) || fail 'pcs is not installed'
  case $version in
    "$for_pcs" | "$for_pcs".*) ;;
    *) fail "this script is for pcs $for_pcs, and here is $version" ;;
  esac
}

edit_file() {
  cp -- "$file" "$cib"
  configure
  crm_verify --xml-file "$cib" >&2 || true
  cp -p -- "$file" "$file.new"
  cat -- "$cib" >"$file.new"
  mv -- "$file.new" "$file"
}

edit_live() {
  command pcs cluster cib "$work/original.xml"
  cp -- "$work/original.xml" "$cib"
  configure
  verify
  command pcs cluster cib-push "$cib" "diff-against=$work/original.xml"
}

# The exit code of crm_verify does not tell errors from warnings, its words do.
verify() {
  local words
  words=$(crm_verify --verbose --xml-file "$cib" 2>&1) || true
  case $words in
    *'Errors found'* | *'not valid'*) fail "nothing was changed, crm_verify says: $words" ;;
  esac
}

# Every pcs command below edits the copy.
pcs() {
  if [ -n "$print" ]; then
    printf 'pcs'
    [ -z "$file" ] || printf ' -f %q' "$file"
    printf ' %q' "$@"
    printf '\n'
  else
    command pcs -f "$cib" "$@" || fail "nothing was changed, this failed: pcs $*"
  fi
}

# What pcs cannot say: XML that is merged into the copy.
cibadmin() {
  local xml
  xml=$(cat)
  if [ -n "$print" ]; then
    [ -z "$file" ] || printf 'CIB_file=%q ' "$file"
    printf 'cibadmin'
    printf ' %q' "$@"
    printf ' <<<%q\n' "$(tr -d '\n' <<<"$xml")"
  else
    CIB_file=$cib command cibadmin "$@" <<<"$xml" || fail "nothing was changed, cibadmin does not take: $xml"
  fi
}

# Nodes come with the cluster, not with this script; a file has no cluster, so there it puts them in.
require_node() {
  [ -z "$print" ] || return 0
  if ! CIB_file=$cib command cibadmin --query --xpath "//nodes/node[@uname='$2']" >/dev/null 2>&1; then
    [ -n "$file" ] || fail "nothing was changed, the cluster has no node $2"
    cibadmin --create --scope nodes --xml-pipe <<<"<node id=\"$1\" uname=\"$2\"/>"
  fi
}
`.split('\n')
