import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { root } from './tools.js'

const folder = join(root, 'fixtures/plans')

/** A pair of clusters in fixtures/plans. */
export interface PlanFixture {
  readonly name: string
  readonly path: string
  readonly from: Cluster
  readonly to: Cluster
}

/** All of them. */
export const planFixtures: readonly PlanFixture[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const path = join(folder, name)
    return { name, path, from: read(join(path, 'before.xml')), to: read(join(path, 'after.xml')) }
  })

function read(file: string): Cluster {
  const { output, diagnostics } = readCib(readFileSync(file))
  if (output === undefined)
    throw new Error(`${file}: ${diagnostics.map(({ message }) => message).join('; ')}`)
  return output
}
