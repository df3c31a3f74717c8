import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** What stands for the cluster: `pcs cluster cib` and `cib-push` as pcs does them, on a file. */
const pcs = `#!/usr/bin/env bash
set -euo pipefail
case "$1 \${2-}" in
  'cluster cib') cp "$LIVE/cib.xml" "$3" ;;
  'cluster cib-push')
    [ ! -e "$LIVE/no-push" ] || { echo 'Error: unable to push cib' >&2; exit 1; }
    echo push >>"$LIVE/pushes"
    if [ "$4" = --config ]; then
      CIB_file=$LIVE/cib.xml cibadmin --replace --scope configuration --xml-file "$3"
      exit
    fi
    crm_diff --original "\${4#diff-against=}" --new "$3" --no-version >"$LIVE/patch.xml" || true
    CIB_file=$LIVE/cib.xml cibadmin --patch --xml-file "$LIVE/patch.xml"
    ;;
  *) exec "$SHIM" "$@" ;;
esac
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
  cpSync(new URL('pcs-shim/pcs', import.meta.url).pathname, at('shim'))
  for (const [name, text] of [
    ['pcs', pcs],
    ['crm_resource', crmResource],
  ] as const) {
    writeFileSync(at(name), text)
    chmodSync(at(name), 0o755)
  }
  const environment = `export LIVE=${inside} SHIM=${inside}/shim PATH=${inside}:$PATH`
  return {
    run: (script, args = []) => server.bash(`${environment}\n${script}`, args, live),
    cib: () => readFileSync(at('cib.xml'), 'utf8'),
    pushes: () => readFileSync(at('pushes'), 'utf8').split('\n').length - 1,
    remove: () => rmSync(live, { recursive: true }),
  }
}
