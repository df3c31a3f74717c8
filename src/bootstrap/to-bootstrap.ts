import { failure, hasErrors, type Result, success } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { malformed } from '../model/wellformed/malformed.js'
import { type PcsOptions, toPcs } from '../pcs/index.js'
import { numbered } from './numbering.js'
import { script } from './script.js'
import { subjectOf } from './subject.js'

/**
 * A bash script that brings up the whole cluster, from installed packages to running resources:
 * `bash SCRIPT --prepare` on each node, then `bash SCRIPT` on one. It configures the cluster by the
 * script of `toPcs`, and each of its stages continues where an earlier run stopped.
 *
 * @example
 * ```ts
 * const web = cluster({ name: 'web', nodes: ['node1', 'node2'], resources: [systemd('web')] })
 * const result = toBootstrap(web)
 * if (!result.ok) throw new Error(result.diagnostics[0]?.message)
 * const script: string = result.output
 * ```
 */
export function toBootstrap(cluster: Cluster, options: PcsOptions = {}): Result<string> {
  const { pcs = '0.11' } = options
  const faults = malformed(cluster)
  if (faults.length > 0) return failure(faults)
  const subject = subjectOf(cluster)
  const configuration = toPcs(cluster, options)
  const diagnostics = [...subject.diagnostics, ...configuration.diagnostics]
  if (subject.output === undefined || configuration.output === undefined || hasErrors(diagnostics)) {
    return failure(diagnostics)
  }
  const { output = '' } = toPcs(numbered(cluster), options)
  return success(script(subject.output, output, pcs), diagnostics)
}
