import { type Diagnostic, diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import { type Cluster, nvpairValue, resourcesOf } from '../model/index.js'
import { languageOf } from '../model/language.js'
import { type Unit, unitsOf } from '../model/systemd/units.js'
import { pathOfId } from '../model/walk.js'
import { resourcesToRun } from '../pcs/index.js'
import { membersOf, otherIds } from './numbering.js'
import { setupWords } from './setup.js'
import { type Vip, vipsToVerify } from './vips.js'

/** What a bootstrap script needs to know of the cluster. */
export interface Subject {
  readonly name: string
  /** Names of the nodes that run corosync. */
  readonly nodes: readonly string[]
  /** `pcs cluster setup` and its words. */
  readonly setup: readonly string[]
  /** The resources that have to run in the end. */
  readonly resources: readonly string[]
  /** The systemd units that Pacemaker will manage. */
  readonly units: readonly Unit[]
  readonly vips: readonly Vip[]
}

/** The characters that a name may have in corosync.conf, in DNS and in a shell's loop. */
const plainName = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/

/** The characters of units; systemd escapes others with a backslash. */
const unitName = /^[A-Za-z0-9:_.\\@-]+$/

/** What the script needs to know, or why there can be none. */
export function subjectOf(cluster: Cluster): Result<Subject> {
  const name = nvpairValue(cluster.configuration.crmConfig?.items ?? [], 'cluster-name')
  const nodes = membersOf(cluster).flatMap(({ uname }) => uname ?? [])
  const units = unitsOf(resourcesOf(cluster))
  const { vips, unverified } = vipsToVerify(cluster)
  const errors = [
    ...(name === undefined ? [incomplete(cluster, 'name')] : badName('cluster', name, plainName)),
    ...(nodes.length === 0
      ? [incomplete(cluster, 'nodes')]
      : nodes.flatMap((node) => badName('node', node, plainName))),
    ...units.flatMap(({ unit }) => badName('systemd unit', unit, unitName)),
    ...unknownNodes(cluster, nodes),
  ]
  const diagnostics = [
    ...errors,
    ...[...otherIds(cluster)].map(([{ id = '', uname: node = '' }, given]) =>
      diagnostic('bootstrap-node-id', pathOfId(cluster, id), { node, id, given }),
    ),
    ...unverified.map(({ id }) => diagnostic('bootstrap-unverified', pathOfId(cluster, id), { id })),
  ]
  if (name === undefined || errors.length > 0) return failure(diagnostics)
  const setup = setupWords(name, nodes, cluster.corosync ?? {})
  return success({ name, nodes, setup, resources: resourcesToRun(cluster), units, vips }, diagnostics)
}

function incomplete(cluster: Cluster, missing: 'name' | 'nodes'): Diagnostic {
  const parameters = { missing, language: languageOf(cluster) }
  return diagnostic('bootstrap-incomplete', '/cib/configuration', parameters)
}

function badName(what: string, name: string, plain: RegExp): readonly Diagnostic[] {
  if (plain.test(name)) return []
  return [diagnostic('bootstrap-invalid-name', '/cib/configuration', { what, name })]
}

function unknownNodes({ corosync }: Cluster, nodes: readonly string[]): readonly Diagnostic[] {
  const named = Object.keys(corosync?.addresses ?? {})
  return named
    .filter((node) => !nodes.includes(node))
    .map((node) => diagnostic('corosync-unknown-node', '/cib/configuration/nodes', { node }))
}
