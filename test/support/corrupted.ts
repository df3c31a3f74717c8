import type { Cluster } from 'lightcib'
import type { Random } from './random.js'

class Service {
  readonly element = 'primitive'
}

/** Values that no field of a cluster may have, or only few. Made anew for each use, as some are changed by it. */
const wrongValues: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 5,
  () => Number.NaN,
  () => 7n,
  () => true,
  () => '',
  () => 'text',
  () => 'x'.repeat(100_000),
  () => Symbol('symbol'),
  () => () => 'function',
  () => Service,
  () => new Service(),
  () => new Date(0),
  () => new Map([['element', 'primitive']]),
  () => Promise.resolve({}),
  () => [],
  () => [null],
  () => new Array(1e9),
  () => ({}),
  () => Object.create(null),
  () => ({ element: 'primitive' }),
  () => ({ element: 'toString', id: 'x' }),
  () => ({ element: '__proto__' }),
  () => ({ element: Symbol('cib') }),
  () => JSON.parse('{"element": "nvpair", "__proto__": 1}'),
  () => throwing({}),
  () => throwing([]),
  () => Proxy.revocable({}, {}).proxy,
  () => revoked(),
  () => ({
    get element() {
      throw null
    },
  }),
  () => ({
    element: 'primitive',
    get id() {
      throw revoked()
    },
  }),
]

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

function throwing(target: object): object {
  return new Proxy(target, {
    get: () => {
      throw new Error('not for you')
    },
  })
}

/** A copy of the cluster that has something wrong in one field, element or list, at any depth. */
export function corrupted(cluster: Cluster, random: Random): unknown {
  const copy = structuredClone(cluster)
  const owners = objectsIn(copy)
  const owner = random.pick(owners)
  const key = random.pick(Object.keys(owner))
  const wrong = random.weighted({ value: 12, cycle: 1, getter: 1, missing: 2, unknown: 1, hole: 1 })
  switch (wrong) {
    case 'cycle':
      owner[key] = random.pick(owners)
      break
    case 'getter':
      Object.defineProperty(owner, key, {
        enumerable: true,
        get() {
          throw new Error('a getter')
        },
      })
      break
    case 'missing':
      delete owner[key]
      break
    case 'unknown':
      owner[random.pick(['metaAtributes', 'constructor', '__proto__', ''])] = random.pick(wrongValues)()
      break
    case 'hole':
      owner[key] = [random.pick(owners), random.pick(wrongValues)()]
      break
    default:
      if (random.chance(0.02)) return random.pick(wrongValues)()
      owner[key] = random.pick(wrongValues)()
  }
  return random.chance(0.1) ? Object.freeze(copy) : copy
}

type Fields = Record<string, unknown>

/** The objects and lists of the tree that have something in them. */
function objectsIn(root: object): Fields[] {
  const found: Fields[] = [root as Fields]
  for (const each of found) {
    for (const value of Object.values(each)) {
      if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
        found.push(value as Fields)
    }
  }
  return found
}
