import { diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import type { Cluster, RawElement } from '../model/index.js'
import { malformed } from '../model/wellformed/malformed.js'
import { clusterCode } from './element/cluster.js'
import { variablesOf } from './element/variables.js'
import { commonOrder } from './factoring/child-order.js'
import { factored } from './factoring/factored.js'
import { namedSecrets, rememberSecrets } from './secrets.js'
import { withComments } from './syntax/code.js'
import { printModule } from './syntax/module.js'
import { VariableNames } from './syntax/names.js'

export interface SourceOptions {
  /** True to keep the status: what runs where, and the history of operations. By default it is left out. */
  readonly status?: boolean
}

/**
 * The cluster as a TypeScript module of the DSL that evaluates to an equal cluster, ids included:
 * variables named after ids, references by value, and nothing that the builders fill in by themselves.
 * Passwords and other secrets become `secret('name')`, which reads them when the module runs, and the status is left out:
 * a finding reports each. Policies are functions, so they cannot be written; a comment and a warning name them.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const result = toSource(web)
 * if (!result.ok) throw new Error(result.diagnostics[0]?.message)
 * const module: string = result.output
 * ```
 */
export function toSource(given: Cluster, { status = false }: SourceOptions = {}): Result<string> {
  const faults = malformed(given)
  if (faults.length > 0) return failure(faults)
  const { cluster, order } = commonOrder(status ? given : withoutStatus(given))
  const secrets = namedSecrets(cluster)
  rememberSecrets(secrets)
  const names = new VariableNames()
  const variables = variablesOf(cluster, names)
  const policies = (given.policies ?? []).map(({ name }) => name)
  const missing = policies.length === 0 ? [] : [`Policies that are not in here: ${policies.join(', ')}`]
  const { expression } = withComments(clusterCode(cluster, order, variables), missing)
  const elements = status ? 0 : elementsBelow(given.status)
  const diagnostics = [
    ...(policies.length === 0 ? [] : [diagnostic('source-omits-policies', '/cib', { policies })]),
    ...(elements === 0 ? [] : [diagnostic('source-omits-status', '/cib/status', { elements })]),
    ...secrets.map(({ nvpair, name, variable, path }) =>
      diagnostic('source-secret', path, { name: nvpair.name ?? '', secret: name, variable }),
    ),
  ]
  const module = factored({ definitions: variables.definitions, cluster: expression }, names)
  return success(printModule(module), diagnostics)
}

/** The cluster as it is before it runs; an empty status stays. */
function withoutStatus(cluster: Cluster): Cluster {
  const { status, ...rest } = cluster
  return elementsBelow(status) === 0 ? cluster : rest
}

function elementsBelow(element: RawElement | undefined): number {
  return (element?.children ?? []).reduce((sum, child) => sum + 1 + elementsBelow(child), 0)
}
