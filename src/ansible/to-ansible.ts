import { translateForPcs } from '../cib/index.js'
import { secretsIn } from '../cib/secrets.js'
import { type Diagnostic, diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import { type Cluster, nvpairValue, resourcesOf } from '../model/index.js'
import { pathOf } from '../model/walk.js'
import { malformed } from '../model/wellformed/malformed.js'
import { dialects, type PcsVersion } from '../pcs/command/pcs-version.js'
import { type ProducedItem, producedItems } from '../pcs/plan/produced.js'
import { corosyncVariables, nodeVariables } from './cluster.js'
import { constraintVariables } from './constraints.js'
import { differencesOf, reorderedBy } from './differences.js'
import { resourceVariables } from './resources.js'
import {
  aclVariables,
  alertVariables,
  defaultsVariables,
  levelVariables,
  propertyVariables,
} from './settings.js'
import type { Variables } from './variables.js'
import { toYaml } from './yaml.js'

/** The pcs of the nodes, which the role runs. */
export interface AnsibleOptions {
  readonly pcs?: PcsVersion
}

const comment = ` Variables of the role ha_cluster of linux-system-roles (collection fedora.linux_system_roles).
 The hosts of the play are the nodes. The role also needs ha_cluster_hacluster_password, and it removes from
 the cluster whatever is not described here.`

/**
 * The configuration as variables of the Ansible role ha_cluster (linux-system-roles 1.x), in YAML. The role builds the
 * configuration with pcs; what pcs or the role would make otherwise is a finding, and an error where the cluster
 * would behave differently.
 *
 * @example
 * ```ts
 * import { toAnsible } from 'lightcib/ansible'
 *
 * const monitored = { operations: { monitor: { interval: '10s' } } } as const
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web', { unit: 'nginx', ...monitored })] })
 * const variables = toAnsible(web).output
 * // ha_cluster_resource_primitives: ...
 * ```
 */
export function toAnsible(source: Cluster, { pcs = '0.11' }: AnsibleOptions = {}): Result<string> {
  const faults = malformed(source)
  if (faults.length > 0) return failure(faults)
  const dialect = dialects[pcs]
  const { output: cluster, diagnostics: translated } = translateForPcs(source, dialect.schema)
  if (cluster === undefined) return failure(translated)
  const items = producedItems(cluster, dialect)
  const findings = [
    ...translated,
    ...items.flatMap((item) => [...item.changedValues, ...differencesOf(item)]),
    ...reorderedBy(cluster),
    ...shown(cluster),
  ]
  return success(toYaml(variablesOf(cluster, items), comment), findings)
}

function variablesOf(cluster: Cluster, items: readonly ProducedItem[]): Variables {
  const from = (section: string) => items.filter((item) => item.section === section)
  const constraints = (element: string) =>
    from('constraints')
      .filter(({ wanted }) => wanted.element === element)
      .map(constraintVariables)
  const name = nvpairValue(cluster.configuration.crmConfig?.items ?? [], 'cluster-name')
  const defaults = (section: string) => {
    const sets = from(section).map(defaultsVariables)
    return sets.length === 0 ? undefined : { meta_attrs: sets }
  }
  const all: Variables = {
    ha_cluster_cluster_name: name,
    ...corosyncVariables(cluster.corosync),
    ha_cluster_node_options: nodeVariables(from('nodes'), cluster),
    ha_cluster_cluster_properties: from('crm_config').map(propertyVariables),
    ha_cluster_resource_defaults: defaults('rsc_defaults'),
    ha_cluster_resource_operation_defaults: defaults('op_defaults'),
    ...resourceVariables(resourcesOf(cluster)),
    ha_cluster_stonith_levels: from('fencing-topology').map(levelVariables),
    ha_cluster_constraints_location: constraints('rsc_location'),
    ha_cluster_constraints_colocation: constraints('rsc_colocation'),
    ha_cluster_constraints_order: constraints('rsc_order'),
    ha_cluster_constraints_ticket: constraints('rsc_ticket'),
    ha_cluster_acls: aclVariables(from('acls')),
    ha_cluster_alerts: from('alerts').map(alertVariables),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => isGiven(value)))
}

function isGiven(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'object' || Object.keys(value ?? {}).length > 0)
}

/** Passwords: the file has them, and the role passes them to pcs as arguments. */
function shown(cluster: Cluster): readonly Diagnostic[] {
  return secretsIn(cluster).map((place) =>
    diagnostic('ansible-secret', `${pathOf(place)}/@value`, { name: place.element.name ?? '' }),
  )
}
