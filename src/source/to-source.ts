import { diagnostic, type Result, success } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { commonOrder } from './element/child-order.js'
import { clusterCode } from './element/cluster.js'
import { definitionsOf } from './factoring/definitions.js'
import { withHelpers } from './factoring/helpers.js'
import { withLists } from './factoring/lists.js'
import { withRuns } from './factoring/repeated-calls.js'
import { withShared } from './factoring/share.js'
import { printModule } from './module.js'
import { commented } from './syntax/code.js'
import { VariableNames } from './syntax/names.js'

/**
 * The cluster as a TypeScript module that makes it again, ids included: variables named after ids,
 * references by value, and nothing that the builders fill in by themselves. Policies are code, so
 * they do not come through; a warning names them.
 */
export function toSource(given: Cluster): Result<string> {
  const { cluster, order } = commonOrder(given)
  const names = new VariableNames()
  const definitions = definitionsOf(cluster, names)
  const policies = (given.policies ?? []).map(({ name }) => name)
  const missing = policies.length === 0 ? [] : [`Policies that are not in here: ${policies.join(', ')}`]
  const { doc } = commented(clusterCode(cluster, order, definitions), missing)
  const diagnostics = policies.length === 0 ? [] : [diagnostic('source-omits-policies', '/cib', { policies })]
  const variables = new Set(definitions.list.map(({ name }) => name))
  const helped = withHelpers(definitions.list, names)
  const looped = withLists({ definitions: helped, cluster: withRuns(doc, variables) }, names)
  return success(printModule(withShared(looped, names)), diagnostics)
}
