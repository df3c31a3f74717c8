import { pcsId } from '../../model/ids.js'
import type { ClusterNode, ClusterPropertySet, Nvpair } from '../../model/index.js'
import { type Command, pcs } from '../command/command.js'
import type { Context, Conversion } from '../command/conversion.js'
import { isInteger } from '../command/values.js'
import { convertSet, type SetStyle } from './attributes.js'

const ownedProperties = [
  'cluster-infrastructure',
  'cluster-name',
  'dc-version',
  'have-watchdog',
  'last-lrm-refresh',
  // What scripts have made; see script/update.py.
  'lightcib-made',
]

/** True for a property that the cluster or a script sets by itself; no command sets those. */
export function isClusterOwned({ name }: Nvpair): boolean {
  return ownedProperties.includes(name ?? '')
}

const booleanProperties = [
  'concurrent-fencing',
  'enable-acl',
  'enable-startup-probes',
  'maintenance-mode',
  'shutdown-lock',
  'start-failure-is-fatal',
  'startup-fencing',
  'stonith-enabled',
  'stop-all-resources',
  'stop-orphan-actions',
  'stop-orphan-resources',
  'symmetric-cluster',
]

/** `pcs property set`, one command for all; it writes into the set `cib-bootstrap-options`. */
export function convertProperties(set: ClusterPropertySet, context: Context): Conversion<ClusterPropertySet> {
  if (context.seen.has('properties'))
    context.unsupported({ element: set, what: 'a second set of properties' })
  context.seen.add('properties')
  const { hasPlainProperties, acceptsProperty } = context.dialect
  const style: SetStyle = {
    id: 'cib-bootstrap-options',
    nvpairId: hasPlainProperties ? pcsId.nvpair : pcsId.shortNvpair,
    plain: hasPlainProperties,
    accepts: { value: acceptsProperty, words: 'no =' },
  }
  const { words, produces } = convertSet([set], style, context)
  const watchdog = set.nvpairs.find(({ name }) => name === 'stonith-watchdog-timeout')
  if (watchdog !== undefined)
    context.unsupported({
      element: watchdog,
      what: 'stonith-watchdog-timeout: it asks the machine for SBD',
    })
  const plain = words.every(isPlainProperty)
  const commands = words.length === 0 ? [] : [pcs(['property', 'set', ...words], plain ? [] : ['--force'])]
  const [produced] = produces
  return produced === undefined ? { commands } : { commands, produces: produced }
}

/** True where every Pacemaker knows the property and accepts the value; others need `--force`. */
function isPlainProperty(word: string): boolean {
  const [name = '', value = ''] = word.split('=')
  return booleanProperties.includes(name) && ['true', 'false'].includes(value)
}

/**
 * `pcs node attribute` and `pcs node utilization`. The node itself is the cluster's: corosync brings
 * adds it, no pcs command does.
 */
export function convertNode(node: ClusterNode, context: Context): Conversion<ClusterNode> {
  const name = node.uname ?? ''
  const { id = '' } = node
  const isPlain = (text: string) => /^([\x20-\x2c\x2e-\x7e][\x20-\x7e]*|-[0-9]+)$/.test(text)
  const attributes = convertSet(
    node.instanceAttributes,
    {
      id: pcsId.nodeAttributes(id),
      nvpairId: pcsId.nvpair,
      plain: true,
      accepts: { value: isPlain, words: 'ASCII without a dash at the start' },
    },
    context,
  )
  const utilization = convertSet(
    node.utilization,
    {
      id: pcsId.attributeSet(pcsId.nodeAttributes(id), 'utilization'),
      nvpairId: pcsId.nvpair,
      plain: true,
      accepts: { value: isInteger, words: 'whole numbers' },
    },
    context,
  )
  if (![id, name].every((text) => /^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/.test(text))) {
    const what = `attributes of the node ${JSON.stringify(name)} with the id ${JSON.stringify(id)}`
    context.unsupported({ element: node, attribute: 'uname', what, isFatal: true })
  }
  const convert = (kind: string, words: readonly string[]) =>
    words.length === 0 ? [] : [pcs(['node', kind, name, ...words])]
  const required: Command = { program: 'require_node', argv: [id, name] }
  return {
    commands: [
      required,
      ...convert('attribute', attributes.words),
      ...convert('utilization', utilization.words),
    ],
    produces: {
      ...node,
      extra: undefined,
      instanceAttributes: attributes.produces,
      utilization: utilization.produces,
    },
  }
}
