import { type ClusterNode, type ClusterPropertySet, type Nvpair, pcsId } from '../../model/index.js'
import { type Command, pcs } from '../command/command.js'
import type { Context, Converter } from '../command/conversion.js'
import { isInteger } from '../command/values.js'
import { type SetStyle, saySet } from './attributes.js'

const ownedProperties = [
  'cluster-infrastructure',
  'cluster-name',
  'dc-version',
  'have-watchdog',
  'last-lrm-refresh',
]

/** True for a property that the cluster sets by itself; pcs refuses to set those. */
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
export function sayProperties(set: ClusterPropertySet, context: Context): Converter<ClusterPropertySet> {
  if (context.seen.has('properties')) context.refuse({ element: set, what: 'a second set of properties' })
  context.seen.add('properties')
  const { hasPlainProperties, takesProperty } = context.dialect
  const style: SetStyle = {
    id: 'cib-bootstrap-options',
    nvpairId: hasPlainProperties ? pcsId.nvpair : pcsId.shortNvpair,
    plain: hasPlainProperties,
    takes: { value: takesProperty, words: 'no =' },
  }
  const { words, makes } = saySet([set], style, context)
  const watchdog = set.nvpairs.find(({ name }) => name === 'stonith-watchdog-timeout')
  if (watchdog !== undefined)
    context.refuse({ element: watchdog, what: 'stonith-watchdog-timeout: it asks the machine for SBD' })
  const plain = words.every(isPlainProperty)
  const commands = words.length === 0 ? [] : [pcs(['property', 'set', ...words], plain ? [] : ['--force'])]
  const [made] = makes
  return made === undefined ? { commands } : { commands, makes: made }
}

/** True where every Pacemaker knows the property and takes the value; others need `--force`. */
function isPlainProperty(word: string): boolean {
  const [name = '', value = ''] = word.split('=')
  return booleanProperties.includes(name) && ['true', 'false'].includes(value)
}

/**
 * `pcs node attribute` and `pcs node utilization`. The node itself is the cluster's: corosync brings
 * it, no pcs command makes it.
 */
export function sayNode(node: ClusterNode, context: Context): Converter<ClusterNode> {
  const name = node.uname ?? ''
  const { id = '' } = node
  const isPlain = (text: string) => /^([\x20-\x2c\x2e-\x7e][\x20-\x7e]*|-[0-9]+)$/.test(text)
  const attributes = saySet(
    node.instanceAttributes,
    {
      id: pcsId.nodeAttributes(id),
      nvpairId: pcsId.nvpair,
      plain: true,
      takes: { value: isPlain, words: 'ASCII without a dash at the start' },
    },
    context,
  )
  const utilization = saySet(
    node.utilization,
    {
      id: pcsId.attributeSet(pcsId.nodeAttributes(id), 'utilization'),
      nvpairId: pcsId.nvpair,
      plain: true,
      takes: { value: isInteger, words: 'whole numbers' },
    },
    context,
  )
  if (![id, name].every((text) => /^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/.test(text))) {
    const what = `attributes of the node ${JSON.stringify(name)} with the id ${JSON.stringify(id)}`
    context.refuse({ element: node, attribute: 'uname', what, isFatal: true })
  }
  const say = (kind: string, words: readonly string[]) =>
    words.length === 0 ? [] : [pcs(['node', kind, name, ...words])]
  const required: Command = { program: 'require_node', argv: [id, name] }
  return {
    commands: [required, ...say('attribute', attributes.words), ...say('utilization', utilization.words)],
    makes: {
      ...node,
      extra: undefined,
      instanceAttributes: attributes.makes,
      utilization: utilization.makes,
    },
  }
}
