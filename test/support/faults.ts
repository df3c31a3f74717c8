import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { PcsServer } from './pcs-server.js'
import { folderFor, type Ran } from './system.js'

/** What happens at a program that a script starts: it fails, the script gets a signal, or somebody else changes the CIB. */
export type Fault = 'fail' | 'TERM' | 'KILL' | 'write'

/** How a script ended, and what it left. */
interface Faulted extends Ran {
  readonly cib: string
  /** Files in the folder of the CIB and in that for temporary files, but for the CIB. */
  readonly left: readonly string[]
}

/** Runs a script with faults. */
export interface Faults {
  /** `at` counts the programs from 1; 0 is never. On a file, or on a CIB that stands for that of the cluster. */
  readonly run: (where: 'file' | 'live', fault: Fault, at: number) => Promise<Faulted>
  /** The programs that the script starts, in order. */
  readonly calls: () => readonly string[]
  readonly remove: () => void
}

const programs = [
  ...[
    'bash',
    'pcs',
    'cibadmin',
    'crm_verify',
    'crm_diff',
    'crm_resource',
    'python3',
    'mkdir',
    'cp',
    'mktemp',
  ],
  ...['realpath', 'tr', 'rm', 'cat'],
]

/** A script, run with these options, that finds this CIB; somebody else writes the other one with the fault `write`. */
export function startFaults(
  server: PcsServer,
  script: string,
  { cib, other, options = '' }: { readonly cib: string; readonly other: string; readonly options?: string },
): Faults {
  const home = mkdtempSync(join(folderFor('/'), 'lightcib-faults-'))
  const at = (name: string) => join(home, name)
  const file = join(mkdtempSync(at('cib-')), 'cib.xml')
  const temporary = mkdtempSync(at('tmp-'))
  const stubs = mkdtempSync(at('bin-'))
  for (const name of programs.slice(1))
    cpSync(new URL('fault.sh', import.meta.url).pathname, join(stubs, name))
  for (const name of programs.slice(1)) chmodSync(join(stubs, name), 0o755)
  writeFileSync(at('other.xml'), other)
  writeFileSync(
    at('script.sh'),
    script.replace('python=/usr/bin/python3', `python=${join(stubs, 'python3')}`),
  )
  writeFileSync(at('crm_resource'), '')

  async function run(where: 'file' | 'live', fault: Fault, position: number): Promise<Faulted> {
    writeFileSync(file, cib)
    writeFileSync(at('calls'), '')
    const args = `${where === 'file' ? `--file ${file}` : '--wait 0'} ${options}`
    const ran = await server.bash(
      [
        `export FAULTS=${home} FAULT=${fault} FAULT_AT=${position} FAULTS_PATH=$PATH CIB=${file} TMPDIR=${temporary}`,
        ...(where === 'live' ? [`export CIB_file=${file}`] : []),
        `bash -c 'echo $$ >"$FAULTS/pid"; PATH=${stubs}:/usr/bin:/bin exec bash ${at('script.sh')} ${args}'`,
      ].join('\n'),
      [],
      home,
    )
    return { ...ran, cib: readFileSync(file, 'utf8'), left: await leftAfterwards() }
  }

  /** What is left when what was started had time to end. */
  async function leftAfterwards(): Promise<readonly string[]> {
    const list = () => [
      ...readdirSync(join(file, '..')).filter((name) => name !== 'cib.xml'),
      ...readdirSync(temporary),
    ]
    for (let tries = 0; tries < 250 && list().length > 0; tries++) await setTimeout(20)
    return list()
  }

  return {
    run,
    calls: () => (existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trimEnd().split('\n') : []),
    remove: () => rmSync(home, { recursive: true }),
  }
}
