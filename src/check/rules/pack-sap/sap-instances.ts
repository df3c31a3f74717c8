import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import { type ResourceEntry, topOf } from '../../../graph/resource/resource-index.js'
import { booleanOf, type Cluster } from '../../../model/index.js'
import { type Service, servicesOfType } from '../../services.js'

/** An ASCS or ERS instance of SAP NetWeaver. */
export interface SapInstance {
  readonly kind: 'ascs' | 'ers'
  /** The system's id of three characters. */
  readonly sid: string
  readonly service: Service
}

/** The ASCS and ERS instances that agents run. */
export const sapInstancesOf = memoizePerCluster((cluster: Cluster): readonly SapInstance[] =>
  servicesOfType(cluster, ['SAPInstance']).flatMap((service): readonly SapInstance[] => {
    const name = service.parameter('InstanceName') ?? ''
    const [, sid = '', type = ''] = /^([A-Z0-9]{3})_([A-Z]+)\d\d(_|$)/i.exec(name) ?? []
    if (booleanOf(service.parameter('IS_ERS')) === true || type === 'ERS') {
      return [{ kind: 'ers', sid, service }]
    }
    return type === 'ASCS' || type === 'SCS' ? [{ kind: 'ascs', sid, service }] : []
  }),
)

/** What a resource is by the instances in it, else by its id. */
export function sapKindOf(cluster: Cluster, entry: ResourceEntry): 'ascs' | 'ers' | undefined {
  const inside = sapInstancesOf(cluster).filter(({ service }) => isPartOf(service.entry, entry))
  if (inside.length > 0) return inside.length === 1 ? inside[0]?.kind : undefined
  if (/(^|[^a-z])a?ers([^a-z]|$)/i.test(entry.id)) return 'ers'
  return /(^|[^a-z])a?scs([^a-z]|$)/i.test(entry.id) ? 'ascs' : undefined
}

/** True where both belong to one group, or are the same. */
export function isPartOf(inner: ResourceEntry, outer: ResourceEntry): boolean {
  return topOf(inner) === topOf(outer)
}
