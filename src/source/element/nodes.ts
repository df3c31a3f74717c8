import { setIds } from '../../dsl/attribute/attribute-sets.js'
import { type NodeOptions, nodeOf } from '../../dsl/cluster/nodes.js'
import { enumerations } from '../../dsl/enumerations.js'
import { pcsId } from '../../model/ids.js'
import type { ClusterNode } from '../../model/index.js'
import { type Code, merge, object, text } from '../syntax/code.js'
import { fieldsOf } from '../syntax/fields.js'
import { setsCode } from './attribute-sets.js'
import { convert } from './convert.js'
import { elementLiteral } from './literal.js'

/** The node at that index: its name, where it has nothing more. */
export function nodeCode(node: ClusterNode, index: number): Code {
  const { id, uname, instanceAttributes, utilization } = node
  const setId = pcsId.nodeAttributes(String(id))
  const places = { ids: { ...setIds(setId, 'utilization'), setId } }
  const options = object([
    ...fieldsOf(node, { type: enumerations.nodeType, description: 'text', score: 'value' }),
    ['attributes', setsCode(id, instanceAttributes, places)],
    ['utilization', setsCode(setId, utilization)],
  ])
  const named = merge(object(fieldsOf(node, { uname: 'text' })), options)
  return convert<string | NodeOptions | ClusterNode>(node, {
    becomes: (given) => nodeOf(given, index),
    candidates:
      uname === undefined
        ? []
        : [
            () => text(uname),
            () => named as Code<NodeOptions>,
            () => merge(object(fieldsOf(node, { uname: 'text', id: 'value' })), options) as Code<NodeOptions>,
          ],
    otherwise: () => elementLiteral(node),
    bare: true,
  })
}
