import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'
import { toXml } from '../write.js'
import { validateXml } from './validate.js'

/** All that keeps a cluster from the schema that it names; what was read from XML is better asked by `readCib`. */
export function validateCluster(cluster: Cluster): readonly Diagnostic[] {
  return validateXml(toXml(cluster))
}
