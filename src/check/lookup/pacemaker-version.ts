import { type Cluster, nvpairValue } from '../../model/index.js'

/** The version of the Pacemaker that wrote a CIB, `2.1.5`, from `dc-version`; undefined where it names none. */
export function pacemakerVersion({ configuration }: Cluster): string | undefined {
  const text = nvpairValue(configuration.crmConfig?.items ?? [], 'dc-version')
  return /^\d+(?:\.\d+)+/.exec(text ?? '')?.[0]
}

/** Below 0 where the first version is older, above 0 where it is newer. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (let at = 0; at < 3; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
