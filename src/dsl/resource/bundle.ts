import type {
  Bundle,
  BundleStorage,
  Docker,
  Network,
  Podman,
  PortMapping,
  Primitive,
  Rkt,
  StorageMapping,
} from '../../model/index.js'
import { type OptionTable, optionFields } from '../options.js'
import type { ChildBuilder, Value } from '../values.js'
import { type CollectiveOptions, collectiveOptions, resourceFields } from './resource-fields.js'

/** How the replicas of a bundle are reached. */
export interface NetworkOptions {
  readonly ipRangeStart?: string
  readonly controlPort?: Value
  readonly hostInterface?: string
  readonly hostNetmask?: Value
  readonly addHost?: boolean
  readonly portMappings?: readonly ChildBuilder<PortMapping>[]
}

const networkOptions = {
  of: 'the network of a bundle',
  options: {
    ipRangeStart: 'attribute',
    controlPort: 'attribute',
    hostInterface: 'attribute',
    hostNetmask: 'attribute',
    addHost: 'attribute',
    portMappings: 'child',
  },
} as const satisfies OptionTable<NetworkOptions>

export interface BundleOptions<Inner extends string = string> extends CollectiveOptions {
  readonly network?: NetworkOptions | Network
  readonly storage?: readonly ChildBuilder<StorageMapping>[] | BundleStorage
  /** The service inside the container; without one the container is the service. */
  readonly primitive?: Primitive<Inner>
}

const bundleOptions = {
  of: 'bundle()',
  options: { ...collectiveOptions, network: 'child', storage: 'child', primitive: 'child' },
} as const satisfies OptionTable<BundleOptions>

/**
 * A container on several nodes, with or without a service inside.
 *
 * @example
 * ```ts
 * const inside = ocf.pacemaker.Dummy('inside')
 * const web = bundle('web', podman({ image: 'web:1', replicas: 2 }), {
 *   network: { ipRangeStart: '192.0.2.10' },
 *   primitive: inside,
 * })
 * // <bundle id="web">
 * // pcs resource bundle create web container podman image=web:1 replicas=2 network ip-range-start=192.0.2.10
 * ```
 */
export function bundle<const Id extends string, const Inner extends string = never>(
  id: Id,
  container: Docker | Podman | Rkt,
  options: BundleOptions<Inner> = {},
): Bundle<Id, NoInfer<Inner>> {
  return {
    element: 'bundle',
    id,
    ...resourceFields(id, options, bundleOptions),
    container,
    ...(options.network === undefined ? {} : { network: networkOf(id, options.network) }),
    ...(options.storage === undefined ? {} : { storage: storageOf(id, options.storage) }),
    ...(options.primitive === undefined ? {} : { primitive: options.primitive }),
  }
}

/** The network of these options; an element stays as it is. */
export function networkOf(bundle: string, given: NetworkOptions | Network): Network {
  if ('element' in given) return given
  const used = new Set<string>()
  return {
    element: 'network',
    ...optionFields(given, networkOptions),
    portMappings: (given.portMappings ?? []).map((build) => build(bundle, used)),
  }
}

/** The storage of these mappings; an element stays as it is. */
export function storageOf(
  bundle: string,
  mappings: readonly ChildBuilder<StorageMapping>[] | BundleStorage,
): BundleStorage {
  if ('element' in mappings) return mappings
  const used = new Set<string>()
  return { element: 'storage', storageMappings: mappings.map((build) => build(bundle, used)) }
}
