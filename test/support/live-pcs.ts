import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PcsServer } from './pcs-server.js'
import { innerPath, type Ran } from './system.js'

/** A cluster for scripts that work on the live one: its CIB is a file, everything else is real. */
export interface LivePcs {
  readonly run: (script: string, args?: readonly string[]) => Promise<Ran>
  readonly cib: () => string
  /** How often a CIB was pushed. */
  readonly pushes: () => number
  readonly remove: () => void
}

/** Counts the changes of the cluster, whose CIB is a file. */
const cibadmin = `#!/usr/bin/env bash
if [ "$CIB_file" = "$LIVE/cib.xml" ] && [ "$1" = --patch ]; then
  [ ! -e "$LIVE/no-push" ] || { echo 'Error: unable to push cib' >&2; exit 1; }
  echo push >>"$LIVE/pushes"
fi
exec /usr/sbin/cibadmin "$@"
`

/** The real one, but for the CIB of the cluster. */
const pcs = `#!/usr/bin/env bash
case "$1 $2" in
  'cluster cib') exec cp -- "$LIVE/cib.xml" "$3" ;;
  'cluster cib-push')
    echo push >>"$LIVE/pushes"
    exec cp -- "$3" "$LIVE/cib.xml"
    ;;
esac
PATH=\${PATH#*:} exec pcs "$@"
`

/** Says of each resource that it runs, but for those that are named in a file. */
const crmResource = `#!/usr/bin/env bash
[ "$1" = --resource ] || exit 0
grep -qx "$2" "$LIVE/stopped" && echo "resource $2 is NOT running" || echo "resource $2 is running on: n1"
`

/** Starts with that CIB; `stopped` never start, and with `refusesPush` no push gets through. */
export function startLivePcs(
  server: PcsServer,
  cib: string,
  { stopped = [], refusesPush = false }: { stopped?: readonly string[]; refusesPush?: boolean } = {},
): LivePcs {
  const live = mkdtempSync(join(server.system, 'tmp/lightcib-live-'))
  const inside = innerPath(server.system, live)
  const at = (name: string) => join(live, name)
  writeFileSync(at('cib.xml'), cib)
  writeFileSync(at('pushes'), '')
  writeFileSync(at('stopped'), stopped.map((name) => `${name}\n`).join(''))
  if (refusesPush) writeFileSync(at('no-push'), '')
  for (const [name, text] of [
    ['cibadmin', cibadmin],
    ['crm_resource', crmResource],
    ['pcs', pcs],
  ] as const) {
    writeFileSync(at(name), text)
    chmodSync(at(name), 0o755)
  }
  const environment = `export LIVE=${inside} CIB_file=${inside}/cib.xml PATH=${inside}:$PATH`
  return {
    run: (script, args = []) => server.bash(`${environment}\n${script}`, args, live),
    cib: () => readFileSync(at('cib.xml'), 'utf8'),
    pushes: () => readFileSync(at('pushes'), 'utf8').split('\n').length - 1,
    remove: () => rmSync(live, { recursive: true }),
  }
}
