import { readCib } from '../../src/cib/index.js'
import { hasErrors } from '../../src/diagnostics/diagnostic.js'
import type { Cluster } from '../../src/model/index.js'
import { type PcsVersion, pcsSteps } from '../../src/pcs/index.js'

/** The operations of a resource as pcs writes them. */
export const op = (id: string) =>
  `<operations><op id="${id}-monitor-interval-60s" name="monitor" interval="60s"/></operations>`
/** A primitive that pcs can create, with more inside. */
export const dummy = (id: string, inside = '') =>
  `<primitive id="${id}" class="ocf" provider="heartbeat" type="Dummy">${inside}${op(id)}</primitive>`
/** A set of nvpairs with the ids of pcs. */
export const nvpairs = (element: string, owner: string, pairs: Readonly<Record<string, string>>) => {
  const own = `${owner}-${element}`
  const list = Object.entries(pairs).map(
    ([name, value]) => `<nvpair id="${own}-${name}" name="${name}" value="${value}"/>`,
  )
  return `<${element} id="${own}">${list.join('')}</${element}>`
}
export const meta = (owner: string, pairs: Readonly<Record<string, string>>) =>
  nvpairs('meta_attributes', owner, pairs)

/** The XML inside the sections of a CIB. */
export interface Sections {
  readonly properties?: string
  readonly nodes?: string
  readonly resources?: string
  readonly constraints?: string
  readonly more?: string
}

/** The cluster of a CIB with these sections. */
export function clusterOf({
  properties = '',
  nodes = '',
  resources = '',
  constraints = '',
  more = '',
}: Sections): Cluster {
  const set =
    properties === ''
      ? ''
      : `<cluster_property_set id="cib-bootstrap-options">${properties}</cluster_property_set>`
  const { output } = readCib(
    `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0"><configuration><crm_config>${set}</crm_config><nodes>${nodes}</nodes><resources>${resources}</resources><constraints>${constraints}</constraints>${more}</configuration><status/></cib>`,
  )
  return output as Cluster
}

/** The words of all pcs commands behind the resources, and `cibadmin` for what goes there. */
export function commandWords(cluster: Cluster, pcs: PcsVersion): readonly string[] {
  const { output = [], diagnostics } = pcsSteps(cluster, pcs)
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return output.flatMap(({ commands }) =>
    commands.map(({ program, argv }) => (program === 'pcs' ? argv.map(word).join(' ') : program)),
  )
}

const word = (text: string) => (text.includes(' ') ? `"${text}"` : text)
