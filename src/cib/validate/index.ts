import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'
import { findObstacles } from '../../xml/carry.js'
import { toXml } from '../to-xml.js'
import { validateXml } from './validate.js'

/** All that keeps a cluster from the schema that it names; what was read from XML is better asked by `readCib`. */
export function validateCluster(cluster: Cluster): readonly Diagnostic[] {
  const xml = toXml(cluster)
  const obstacles = findObstacles(xml)
  return obstacles.length > 0 ? obstacles : validateXml(xml)
}
