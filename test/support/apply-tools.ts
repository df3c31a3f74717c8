import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What happens at a call of a tool: it fails, it fails after its work, it does not end, or another writer is there before it. */
export type ToolFault = 'fail' | 'late' | 'hang' | 'write'

/** Pacemaker's tools in front of a CIB in a file, which is in place of that of a cluster. */
export interface ApplyTools {
  readonly folder: string
  readonly cib: string
  /** The environment in which they are found. */
  readonly environment: Readonly<Record<string, string>>
  /** Starts again with this CIB; the fault comes at the call with this number, counted from 1. */
  readonly start: (text: string, fault?: ToolFault, at?: number) => void
  /** The calls since then. */
  readonly calls: () => readonly string[]
  /** The CIB after each time that the cluster was waited for. */
  readonly settled: () => readonly string[]
  readonly remove: () => void
}

const tools = ['cibadmin', 'crm_diff', 'crm_verify', 'crm_mon', 'crm_resource', 'crm_simulate']

/** The scheduler is left out, since it only predicts; a file has nothing to wait for. */
const stub = `#!/bin/bash
name=\${0##*/}
[ "$name" = crm_simulate ] && exit 1
echo "$name $1" >>"$APPLY/calls"
n=$(wc -l <"$APPLY/calls")
read -r fault at <"$APPLY/fault"
PATH=/usr/sbin:/usr/bin:/sbin:/bin
if [ "$n" = "$at" ]; then
  case $fault in
    fail) exit 1 ;;
    hang) exec sleep 60 ;;
    write) CIB_file=$APPLY/cib.xml cibadmin --create --scope resources \\
      --xml-text '<primitive id="other" class="systemd" type="other"/>' >/dev/null ;;
  esac
fi
if [ "$name" = crm_resource ]; then
  cp -- "$APPLY/cib.xml" "$APPLY/settled.$n"
  if [ -e "$APPLY/on-settle" ]; then bash "$APPLY/on-settle"; fi
else
  "$name" "$@"
fi
code=$?
[ "$n" = "$at" ] && [ "$fault" = late ] && exit 1
exit $code
`

export function applyTools(): ApplyTools {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-apply-'))
  const at = (name: string) => join(folder, name)
  mkdirSync(at('bin'))
  for (const name of tools) {
    writeFileSync(at(`bin/${name}`), stub)
    chmodSync(at(`bin/${name}`), 0o755)
  }
  const calls = () => readFileSync(at('calls'), 'utf8').split('\n').slice(0, -1)
  return {
    folder,
    cib: at('cib.xml'),
    environment: { APPLY: folder, CIB_file: at('cib.xml'), PATH: `${at('bin')}:${process.env.PATH}` },
    start(text, fault = 'fail', number = 0) {
      writeFileSync(at('cib.xml'), text)
      writeFileSync(at('calls'), '')
      writeFileSync(at('fault'), `${fault} ${number}\n`)
    },
    calls,
    settled: () =>
      calls().flatMap((call, index) =>
        call.startsWith('crm_resource') ? [readFileSync(at(`settled.${index + 1}`), 'utf8')] : [],
      ),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** A CIB as a cluster with quorum has it. */
export function withQuorum(cib: string): string {
  return cib
    .replace(/<cib /, '<cib have-quorum="1" dc-uuid="1" ')
    .replace(/(<cib [^>]*?)have-quorum="1" dc-uuid="1" ([^>]*have-quorum=)/, '$1$2')
}
