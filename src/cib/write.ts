import { failure, type Result } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { malformed } from '../model/wellformed/malformed.js'
import { writeXml } from '../xml/write.js'
import { toXml } from './layout/to-xml.js'
import { translateCluster } from './translate/translate.js'

/** How a CIB is written. */
export interface WriteOptions {
  /** The schema to write for, as `pacemaker-4.0`; by default the one that the CIB names. */
  readonly schema?: string
}

/**
 * The CIB as XML. Attributes come in the order of the schema, children in the order in which they
 * were read, else in the order of the schema. What XML cannot represent (a control character,
 * half a surrogate pair) or the requested schema cannot express is an error with its path, and then
 * there is no output; what changes its name in that schema is reported.
 *
 * CIB element: `<cib>`; loads with `cibadmin --replace --xml-file` or `pcs cluster cib-push`.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const result = writeCib(web, { schema: 'pacemaker-3.7' })
 * if (!result.ok) throw new Error(result.diagnostics[0]?.message)
 * const xml: string = result.output
 * ```
 */
export function writeCib(cluster: Cluster, { schema }: WriteOptions = {}): Result<string> {
  const faults = malformed(cluster)
  if (faults.length > 0) return failure(faults)
  if (schema === undefined) return writeXml(toXml(cluster))
  const translated = translateCluster(cluster, schema)
  if (!translated.ok) return failure(translated.diagnostics)
  const written = writeXml(toXml(translated.output))
  return { ...written, diagnostics: [...translated.diagnostics, ...written.diagnostics] }
}
