import { claimId, pcsId } from '../../model/ids.js'
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
import type { IdsOf } from '../ids.js'
import { type ChildBuilder, texts, type Value } from '../values.js'
import { type CollectiveOptions, commonFields } from './primitive.js'

export interface ContainerOptions {
  readonly image: string
  readonly replicas?: Value
  readonly replicasPerHost?: Value
  readonly promotedMax?: Value
  /** The old name of promotedMax. */
  readonly masters?: Value
  readonly runCommand?: string
  readonly network?: string
  readonly options?: string
}

/** CIB: `<podman>`; `pcs resource bundle create B container podman image=...`. */
export function podman(options: ContainerOptions): Podman {
  return { element: 'podman', ...texts(options) }
}

/** CIB: `<docker>`; `pcs resource bundle create B container docker image=...`. */
export function docker(options: ContainerOptions): Docker {
  return { element: 'docker', ...texts(options) }
}

/** CIB: `<rkt>`, which schema 4.0 no longer has; `pcs resource bundle create B container rkt image=...`. */
export function rkt(options: ContainerOptions): Rkt {
  return { element: 'rkt', ...texts(options) }
}

/** Id default `BUNDLE-port-map-PORT`; `pcs resource bundle create B ... port-map port=80`. */
export function portMapping(
  fields: { readonly [Name in 'id' | 'port' | 'internalPort' | 'range']?: Value },
): ChildBuilder<PortMapping> {
  return (bundle, taken) => ({
    element: 'port-mapping',
    id: claimId(
      pcsId.portMapping(bundle, String(fields.port ?? fields.range)),
      fields.id === undefined ? taken : new Set(),
    ),
    ...texts(fields),
  })
}

/** Id default `BUNDLE-storage-map`, `-1`, ...; `pcs resource bundle create B ... storage-map source-dir=... target-dir=...`. */
export function storageMapping(
  fields: { readonly [Name in 'id' | 'sourceDir' | 'sourceDirRoot' | 'targetDir' | 'options']?: string },
): ChildBuilder<StorageMapping> {
  return (bundle, taken) => ({
    element: 'storage-mapping',
    id: claimId(pcsId.storageMapping(bundle), fields.id === undefined ? taken : new Set()),
    ...texts(fields),
  })
}

export interface NetworkOptions {
  readonly ipRangeStart?: string
  readonly controlPort?: Value
  readonly hostInterface?: string
  readonly hostNetmask?: Value
  readonly addHost?: boolean
  readonly portMappings?: readonly ChildBuilder<PortMapping>[]
}

export interface BundleOptions extends CollectiveOptions {
  readonly network?: NetworkOptions | Network
  readonly storage?: readonly ChildBuilder<StorageMapping>[] | BundleStorage
  /** The service inside the container; without one the container is the service. */
  readonly primitive?: Primitive
}

type InnerOf<Options> = Options extends { readonly primitive: infer Inner } ? IdsOf<Inner> : never

/**
 * A container on several nodes: `pcs resource bundle create ID container podman image=... network ... storage-map ...`,
 * then `pcs resource create PRIMITIVE ... bundle ID`.
 */
export function bundle<const Id extends string, const Options extends BundleOptions>(
  id: Id,
  container: Docker | Podman | Rkt,
  options?: Options,
): Bundle<Id, InnerOf<Options>>
export function bundle(id: string, container: Docker | Podman | Rkt, options: BundleOptions = {}): Bundle {
  return {
    element: 'bundle',
    id,
    ...commonFields(id, options),
    container,
    ...(options.network === undefined ? {} : { network: networkOf(id, options.network) }),
    ...(options.storage === undefined ? {} : { storage: storageOf(id, options.storage) }),
    ...(options.primitive === undefined ? {} : { primitive: options.primitive }),
  }
}

/** The network of these options; an element stays as it is. */
export function networkOf(bundle: string, given: NetworkOptions | Network): Network {
  if ('element' in given) return given
  const { portMappings = [], ...fields } = given
  const taken = new Set<string>()
  return {
    element: 'network',
    ...texts(fields),
    portMappings: portMappings.map((build) => build(bundle, taken)),
  }
}

/** The storage of these mappings; an element stays as it is. */
export function storageOf(
  bundle: string,
  mappings: readonly ChildBuilder<StorageMapping>[] | BundleStorage,
): BundleStorage {
  if ('element' in mappings) return mappings
  const taken = new Set<string>()
  return { element: 'storage', storageMappings: mappings.map((build) => build(bundle, taken)) }
}
