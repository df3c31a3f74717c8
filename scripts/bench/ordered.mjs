/** CPU time of `lightcib check` of resources in one long chain of orders, against crm_verify on the same file: at most a fifth. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCib } from './make-cib.mjs'

const resources = 20_000
const most = 0.2

/** The line of the report. */
export function ordered() {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-bench-'))
  try {
    const file = join(folder, 'cib.xml')
    writeFileSync(file, makeCib(resources, { isOrdered: true }))
    const own = cpuSeconds(process.execPath, ['dist/cli/main.js', 'check', file])
    const theirs = cpuSeconds('crm_verify', ['--xml-file', file])
    if (theirs === undefined) return 'ordered resources: crm_verify is not installed'
    return `check of ${resources} ordered resources: ${own.toFixed(1)} s, crm_verify ${theirs.toFixed(1)} s, ratio ${(own / theirs).toFixed(2)} (limit ${most}: ${own / theirs <= most ? 'kept' : 'BROKEN'})`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** User and system time of a process; undefined where the program is not installed. */
function cpuSeconds(program, args) {
  const { stderr, error } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="cpu %U %S"; time "$@" >/dev/null 2>&1', 'time', program, ...args],
    {
      encoding: 'utf8',
    },
  )
  if (error !== undefined) throw error
  const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(stderr) ?? []
  const seconds = Number(user) + Number(system)
  return seconds < 0.01 ? undefined : seconds
}
