import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCib, writeCib } from '../../src/cib/index.js'
import type { Result } from '../../src/diagnostics/diagnostic.js'
import type { Cluster } from '../../src/model/index.js'
import { root } from '../support/tools.js'
import type { System } from './systems.js'

const folder = join(root, 'fixtures/scenarios')

/** The scenarios by name, but for the one that has an element of each kind: neither system knows all of them. */
export const scenarios: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'kitchen-sink')
  .map(({ name }) => name)

/** The cluster of a scenario. */
export function scenario(name: string): Cluster {
  const { output } = readCib(readFileSync(join(folder, name, 'cib.xml'), 'utf8'))
  if (output === undefined) throw new Error(`${name} is not read`)
  return output
}

/** The cluster as XML for a system's Pacemaker; there is none where its schema cannot hold the cluster. */
export function cibFor({ schema, featureSet }: System, cluster: Cluster): Result<string> {
  return writeCib({ ...cluster, crmFeatureSet: featureSet }, { schema })
}
