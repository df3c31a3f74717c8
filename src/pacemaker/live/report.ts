import { type Role, roleOf } from '../../model/roles.js'
import { type TimeLimit, usualLimit } from '../simulate.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { type OutputElement, readOutput } from '../tool/read-output.js'
import { inWorkplace } from '../tool/workplace.js'

/** A resource as the live cluster reports it. */
export interface ReportedResource {
  readonly id: string
  readonly agent: string
  /** Where it is active, and in which role there. */
  readonly active: readonly { readonly node: string; readonly role: Role | 'Started' }[]
  readonly isManaged: boolean
  readonly isFailed: boolean
  /** True where `target-role` keeps it stopped. */
  readonly isDisabled: boolean
}

/** The live cluster as crm_mon reports it. */
export interface ClusterReport {
  readonly hasQuorum: boolean
  /** The names of the nodes that are online, and of those that are not. */
  readonly online: readonly string[]
  readonly offline: readonly string[]
  /** Primitives, in the order of the CIB; the instances of a clone are one. */
  readonly resources: readonly ReportedResource[]
}

/**
 * What the cluster of this machine runs where: `crm_mon`. Rejects with `PacemakerError` where crm_mon is not installed or no
 * cluster runs here. The environment variable CIB_file names a file in its place.
 */
export async function clusterReport({ limit = usualLimit }: TimeLimit = {}): Promise<ClusterReport> {
  const args = ['--one-shot', '--inactive', '--output-as=xml']
  const { exitCode, stdout } = await inWorkplace(({ run }) => run('crm_mon', args, limit))
  const output = readOutput('crm_mon', stdout)
  if (exitCode !== 0) {
    const { message = `exit code ${exitCode}` } = output.first('status')?.attributes ?? {}
    throw new PacemakerError(`crm_mon has no status of a cluster: ${message}`)
  }
  const nodes = (output.first('nodes')?.children('node') ?? []).map(({ attributes }) => attributes)
  const named = (online: boolean) =>
    nodes.flatMap((node) => ((node.online === 'true') === online ? [node.name ?? ''] : []))
  const dc = output.first('summary')?.first('current_dc')?.attributes
  return {
    hasQuorum: dc?.with_quorum === 'true',
    online: named(true),
    offline: named(false),
    resources: merged(resourcesIn(output.first('resources'), false)),
  }
}

function resourcesIn(element: OutputElement | undefined, isDisabled: boolean): readonly ReportedResource[] {
  if (element === undefined) return []
  const own = element.children('resource').map(({ attributes, children }): ReportedResource => {
    const { id = '', resource_agent: agent = '', role, managed, failed, target_role: target } = attributes
    const active = attributes.active === 'true' ? children('node') : []
    return {
      id: id.replace(/:\d+$/, ''),
      agent,
      active: active.map((node) => ({ node: node.attributes.name ?? '', role: roleOf(role) ?? 'Started' })),
      isManaged: managed === 'true',
      isFailed: failed === 'true',
      isDisabled: isDisabled || target === 'Stopped',
    }
  })
  const inside = ['group', 'clone', 'bundle', 'replica'].flatMap((name) =>
    element
      .children(name)
      .flatMap((child) => resourcesIn(child, isDisabled || child.attributes.disabled === 'true')),
  )
  return [...own, ...inside]
}

/** The instances of each as one. */
function merged(all: readonly ReportedResource[]): readonly ReportedResource[] {
  const found = new Map<string, ReportedResource>()
  for (const each of all) {
    const known = found.get(each.id)
    found.set(
      each.id,
      known === undefined
        ? each
        : {
            ...known,
            active: [...known.active, ...each.active],
            isManaged: known.isManaged && each.isManaged,
            isFailed: known.isFailed || each.isFailed,
          },
    )
  }
  return [...found.values()]
}
