import { secretsIn } from '../cib/secrets.js'
import { type Cluster, type Nvpair, pathOf } from '../model/index.js'
import type { Place } from '../model/walk.js'
import { missingSecretIn, secretVariable } from '../xml/missing-secret.js'
import { type Code, call, text } from './syntax/code.js'

/** A secret of a cluster and the name that it gets in the source. */
export interface NamedSecret {
  readonly nvpair: Nvpair
  readonly name: string
  readonly variable: string
  readonly path: string
}

/** The names of secrets whose source is being written, beside the tree. */
const names = new WeakMap<Nvpair, string>()

/**
 * The secrets of a cluster, each named after its owner, and after its parameter where the owner has several. No two share
 * a variable of the environment.
 */
export function namedSecrets(cluster: Cluster): readonly NamedSecret[] {
  const places = secretsIn(cluster)
  const owners = places.map(ownerOf)
  const used = new Set<string>()
  return places.map((place, index) => {
    const nvpair = place.element
    const owner = owners[index] as string
    const isOnly = owners.filter((other) => other === owner).length === 1
    const given = missingSecretIn(nvpair.value ?? '')?.secret
    const name = given ?? free(isOnly ? owner : `${owner}-${nvpair.name}`, used)
    const variable = secretVariable(name)
    used.add(variable)
    return { nvpair, name, variable, path: `${pathOf(place)}/@value` }
  })
}

function free(name: string, used: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const next = number === 1 ? name : `${name}-${number}`
    if (!used.has(secretVariable(next))) return next
  }
}

/** The id of the element whose parameter it is. */
function ownerOf({ parent }: Place): string {
  const owner = parent?.parent?.element as { readonly id?: string } | undefined
  return owner?.id ?? 'cluster'
}

/** From here on `secretCode` knows these. */
export function rememberSecrets(secrets: readonly NamedSecret[]): void {
  for (const { nvpair, name } of secrets) names.set(nvpair, name)
}

/** The call of `secret` in place of a value; undefined for one that is no secret. */
export function secretCode(element: object): Code<string> | undefined {
  const name = names.get(element as Nvpair)
  if (name === undefined) return undefined
  const { expression } = call('secret', text(name))
  return { expression, value: (element as Nvpair).value ?? '' }
}
