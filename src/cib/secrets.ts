import { agentOf, type Cluster, type Nvpair } from '../model/index.js'
import { type Place, walk } from '../model/walk.js'
import { isSecret } from '../options/secrets.js'
import { missingSecretIn } from '../xml/missing-secret.js'

/** The nvpairs whose values are secrets: parameters of resources, fencing devices and alerts. */
export function secretsIn(cluster: Cluster): readonly Place<Nvpair>[] {
  const found: Place<Nvpair>[] = []
  walk(cluster, (place) => {
    const { element } = place
    if (element.element !== 'nvpair') return
    const { name, value } = element
    if (name === undefined || value === undefined) return
    const isMissing = missingSecretIn(value) !== undefined
    if (isMissing || isSecret(agentAbove(place), name, value)) found.push(place as Place<Nvpair>)
  })
  return found
}

function agentAbove({ parent }: Place): string | undefined {
  const owner = parent?.parent?.element
  return owner?.element === 'primitive' || owner?.element === 'template' ? agentOf(owner) : undefined
}
