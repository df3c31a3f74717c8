import { runsOnlyWith } from '../graph/index.js'
import { type Cluster, nvpairValue, type Primitive, primitivesOf, resourcesOf } from '../model/index.js'
import { haproxiesOf, vipsOf } from '../model/services.js'
import { isToRun } from '../pcs/index.js'

/** A virtual IP that has to answer in the end. */
export interface Vip {
  readonly id: string
  readonly address: string
  /** The resource that runs HAProxy and is guaranteed to run where the address is. */
  readonly haproxy?: string
}

/** The virtual IPs that are to run on one node; `unverified` are those whose address is not in the CIB as plain text. */
export function vipsToVerify(cluster: Cluster): {
  readonly vips: readonly Vip[]
  readonly unverified: readonly Primitive[]
} {
  const single = resourcesOf(cluster)
    .filter((resource) => resource.element === 'primitive' || resource.element === 'group')
    .flatMap(primitivesOf)
    .filter((resource) => isToRun(cluster, resource))
  const wanted = vipsOf(cluster).filter((vip) => single.includes(vip))
  const addressOf = (vip: Primitive) => nvpairValue(vip.instanceAttributes, 'ip') ?? ''
  const isPlain = (vip: Primitive) => /^[0-9A-Fa-f.:]+$/.test(addressOf(vip))
  const haproxies = haproxiesOf(cluster)
  const vips = wanted.filter(isPlain).map((vip) => {
    const haproxy = haproxies.find((id) => runsOnlyWith(cluster, vip.id, id).verdict === 'guaranteed')
    return { id: vip.id, address: addressOf(vip), ...(haproxy === undefined ? {} : { haproxy }) }
  })
  return { vips, unverified: wanted.filter((vip) => !isPlain(vip)) }
}
