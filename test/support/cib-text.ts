/** Short ways to write the CIBs of tests as text. */

type Attributes = Readonly<Record<string, string>>

const attributesOf = (attributes: Attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')

/** A `meta_attributes` set of `owner`, nothing where there are none. */
function metaText(owner: string, meta: Attributes): string {
  const pairs = Object.entries(meta)
    .map(([name, value]) => `<nvpair id="${owner}-meta-${name}" name="${name}" value="${value}"/>`)
    .join('')
  return pairs === '' ? '' : `<meta_attributes id="${owner}-meta">${pairs}</meta_attributes>`
}

/** Resources of ocf:pacemaker:Dummy, or Stateful where they have roles, with their meta attributes. */
export const xml = {
  primitive: (id: string, meta: Attributes = {}, type = 'Dummy') =>
    `<primitive id="${id}" class="ocf" provider="pacemaker" type="${type}">${metaText(id, meta)}</primitive>`,
  group: (id: string, members: readonly string[], meta: Attributes = {}) =>
    `<group id="${id}">${metaText(id, meta)}${members.join('')}</group>`,
  clone: (id: string, inner: string, meta: Attributes = {}) =>
    `<clone id="${id}">${metaText(id, meta)}${inner}</clone>`,
  bundle: (id: string, container: Attributes, inner = '', meta: Attributes = {}) =>
    `<bundle id="${id}">${metaText(id, meta)}<podman image="x"${attributesOf(container)}/>` +
    `${inner === '' ? '' : '<network control-port="3121"/>'}${inner}</bundle>`,
  order: (id: string, first: string, then: string, attributes: Attributes = {}) =>
    `<rsc_order id="${id}" first="${first}" then="${then}"${attributesOf(attributes)}/>`,
  colocation: (id: string, rsc: string, withRsc: string, attributes: Attributes = { score: 'INFINITY' }) =>
    `<rsc_colocation id="${id}" rsc="${rsc}" with-rsc="${withRsc}"${attributesOf(attributes)}/>`,
  location: (id: string, rsc: string, node: string, score: string, attributes: Attributes = {}) =>
    `<rsc_location id="${id}" rsc="${rsc}" node="${node}" score="${score}"${attributesOf(attributes)}/>`,
  set: (id: string, members: readonly string[], attributes: Attributes = {}) =>
    `<resource_set id="${id}"${attributesOf(attributes)}>${members
      .map((member) => `<resource_ref id="${member}"/>`)
      .join('')}</resource_set>`,
  sets: (
    element: 'rsc_order' | 'rsc_colocation',
    id: string,
    sets: readonly string[],
    attributes: Attributes = {},
  ) => `<${element} id="${id}"${attributesOf(attributes)}>${sets.join('')}</${element}>`,
}

/** What a CIB of a test holds. */
export interface CibParts {
  readonly resources: readonly string[]
  readonly constraints?: readonly string[]
  readonly nodes?: readonly string[]
  /** The value of the node attribute `site` of each node. */
  readonly sites?: Attributes
  readonly properties?: Attributes
  /** More sections of `<configuration>`, as text. */
  readonly more?: string
}

function nodeText(id: string, name: string, site: string | undefined): string {
  if (site === undefined) return `<node id="${id}" uname="${name}"/>`
  const pair = `<nvpair id="n${id}-site" name="site" value="${site}"/>`
  return `<node id="${id}" uname="${name}"><instance_attributes id="n${id}">${pair}</instance_attributes></node>`
}

/** A whole CIB, without fencing and quorum unless `properties` say otherwise. */
export function cibText({
  resources,
  constraints = [],
  nodes = ['n1', 'n2', 'n3'],
  sites = {},
  properties,
  more = '',
}: CibParts): string {
  const options = { 'stonith-enabled': 'false', 'no-quorum-policy': 'ignore', ...properties }
  const pairs = Object.entries(options).map(
    ([name, value]) => `<nvpair id="o-${name}" name="${name}" value="${value}"/>`,
  )
  const machines = nodes.map((name, at) => nodeText(`${at + 1}`, name, sites[name]))
  return (
    '<cib crm_feature_set="3.16.1" validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0">' +
    `<configuration><crm_config><cluster_property_set id="o">${pairs.join('')}</cluster_property_set></crm_config>` +
    `<nodes>${machines.join('')}</nodes><resources>${resources.join('')}</resources>` +
    `<constraints>${constraints.join('')}</constraints>${more}</configuration><status/></cib>`
  )
}
