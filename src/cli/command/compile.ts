import { toAnsible } from '../../ansible/index.js'
import { toBootstrap } from '../../bootstrap/index.js'
import { secretsIn } from '../../cib/secrets.js'
import { writeCib } from '../../cib/write.js'
import { toCrm } from '../../crm/index.js'
import { type Diagnostic, diagnostic, failure, hasErrors, type Result } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'
import { type PcsVersion, toPcs } from '../../pcs/index.js'
import { toDot, toHtml, toMermaid, toSvg } from '../../render/index.js'
import { toSource } from '../../source/index.js'
import { type SystemdFile, toHandbook, toSystemd } from '../../systemd/index.js'
import { checkingOne } from '../checking.js'
import { isModule, readInput } from '../input.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { writeFolder } from '../output-folder.js'
import { report, reportUnusable } from '../terminal/report.js'
import { UsageError } from '../usage-error.js'

interface CompileOptions extends OutputOptions {
  readonly to: keyof typeof backEnds
  readonly schema?: string
  readonly status?: boolean
  readonly pcs?: PcsVersion
  readonly strategy?: 'commands' | 'xml'
  readonly ids?: 'exact' | 'pcs'
  readonly update?: boolean
  readonly full?: string
  readonly orders?: boolean
}

type Output = string | readonly SystemdFile[]
type Options = Omit<CompileOptions, 'to' | 'full'> & { readonly full?: Cluster }
type BackEnd = (cluster: Cluster, options: Options) => Result<Output> | Promise<Result<Output>>

const backEnds = {
  cib: (cluster, { schema }) => writeCib(cluster, schema === undefined ? {} : { schema }),
  pcs: (cluster, options) => toPcs(cluster, target(options)),
  crm: (cluster) => toCrm(cluster),
  ansible: (cluster, { pcs }) => toAnsible(cluster, pcs === undefined ? {} : { pcs }),
  bootstrap: (cluster, options) => toBootstrap(cluster, target(options)),
  source: (cluster, { status = false }) => toSource(cluster, { status }),
  dot: (cluster) => toDot(cluster),
  mermaid: (cluster) => toMermaid(cluster),
  svg: (cluster) => toSvg(cluster),
  html: (cluster) => toHtml(cluster),
  systemd: (cluster, { full, orders }) => toSystemd(cluster, withFull(full, orders)),
  handbook: (cluster, { full, orders }) => toHandbook(cluster, withFull(full, orders)),
} as const satisfies Readonly<Record<string, BackEnd>>

const withFull = (full: Cluster | undefined, orders = false) => (full === undefined ? {} : { full, orders })

const target = ({ pcs, strategy, ids, update }: Options) => ({
  ...(pcs === undefined ? {} : { pcs }),
  ...(strategy === undefined ? {} : { strategy }),
  ...(ids === undefined ? {} : { ids }),
  ...(update === undefined ? {} : { update }),
})

/** Formats that are printed for a cluster with errors too: source is where they are corrected. */
const despiteErrors: readonly string[] = ['source']

/** Formats that have the values of parameters, passwords among them. */
const withValues: readonly CompileOptions['to'][] = ['cib', 'pcs', 'crm', 'ansible', 'bootstrap']

/** What is no part of a CIB: formats that do not have it, and those that do. */
const besideCib = {
  services: { without: ['cib', 'pcs', 'crm', 'ansible', 'bootstrap'], formats: ['systemd', 'handbook'] },
  corosync: { without: ['cib', 'pcs', 'crm', 'source'], formats: ['bootstrap', 'ansible'] },
} as const

/** Findings about what a cluster has and a format of `compile --to` does not. */
function leftOutOf(format: string, cluster: Cluster): readonly Diagnostic[] {
  return (['services', 'corosync'] as const)
    .filter((what) => cluster[what] !== undefined)
    .filter((what) => (besideCib[what].without as readonly string[]).includes(format))
    .map((what) => diagnostic('compile-omitted', '/cib', { what, format, formats: besideCib[what].formats }))
}

/** `lightcib compile`: prints a cluster in another format, or nothing if it has errors. Returns the exit code. */
export async function compile(name: string, options: CompileOptions): Promise<number> {
  const input = await readInput(name)
  const { file, cluster } = input
  if (cluster === undefined) {
    reportUnusable(file, input.findings)
    return 2
  }
  const { full: fullName, ...others } = options
  if (fullName !== undefined && options.to !== 'systemd' && options.to !== 'handbook') {
    throw new UsageError('--full is for --to systemd and --to handbook')
  }
  if (options.orders === true && fullName === undefined) throw new UsageError('--orders needs --full')
  const full = fullName === undefined ? undefined : await readInput(fullName)
  if (full !== undefined && full.cluster === undefined) {
    reportUnusable(full.file, full.findings)
    return 2
  }
  if (full !== undefined) report(full.file, full.findings)
  if (hasErrors(full?.findings ?? [])) return 1
  const settled = await checkingOne(input, cluster)
  const rejected = hasErrors(settled().findings) && !despiteErrors.includes(options.to)
  const backEnd: BackEnd = backEnds[options.to]
  const result = rejected
    ? failure([])
    : await backEnd(cluster, { ...others, ...(full?.cluster && { full: full.cluster }) })
  const { findings } = settled([...result.diagnostics, ...leftOutOf(options.to, cluster)])
  report(file, findings)
  if (result.output === undefined || hasErrors(result.diagnostics)) return 1
  const { output } = result
  const writing = {
    isSecret: withValues.includes(options.to) && secretsIn(cluster).length > 0,
    inputs: options.to === 'cib' && !isModule(name) ? [] : [name],
  }
  const written =
    typeof output === 'string' ? writeOutput(output, options, writing) : writeFolder(output, options)
  return Math.max(written, hasErrors(findings) ? 1 : 0)
}
