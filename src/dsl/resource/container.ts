import { claimId, pcsId } from '../../model/ids.js'
import type { Docker, Podman, PortMapping, Rkt, StorageMapping } from '../../model/index.js'
import { type OptionTable, optionFields } from '../options.js'
import type { ChildBuilder, Value } from '../values.js'

/** The options of a bundle's container. */
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

const containerOptions = {
  of: 'a container',
  options: {
    image: 'attribute',
    replicas: 'attribute',
    replicasPerHost: 'attribute',
    promotedMax: 'attribute',
    masters: 'attribute',
    runCommand: 'attribute',
    network: 'attribute',
    options: 'attribute',
  },
} as const satisfies OptionTable<ContainerOptions>

/**
 * A container of Podman, for `bundle`.
 *
 * @example
 * ```ts
 * const web = bundle('web', podman({ image: 'registry.example.org/web:1', replicas: 3 }))
 * // <podman image="registry.example.org/web:1" replicas="3"/>
 * // pcs resource bundle create web container podman image=registry.example.org/web:1 replicas=3
 * ```
 */
export function podman(options: ContainerOptions): Podman {
  return { element: 'podman', ...optionFields(options, containerOptions) }
}

/**
 * A container of Docker, for `bundle`.
 *
 * @example
 * ```ts
 * const web = bundle('web', docker({ image: 'web:1' }))
 * // <docker image="web:1"/>
 * // pcs resource bundle create web container docker image=web:1
 * ```
 */
export function docker(options: ContainerOptions): Docker {
  return { element: 'docker', ...optionFields(options, containerOptions) }
}

/**
 * A container of rkt, for `bundle`; schema 4.0 has no `<rkt>`.
 *
 * @example
 * ```ts
 * const web = bundle('web', rkt({ image: 'web:1' }))
 * // <rkt image="web:1"/>
 * ```
 */
export function rkt(options: ContainerOptions): Rkt {
  return { element: 'rkt', ...optionFields(options, containerOptions) }
}

/** The options of a port mapping: a port, or a range. */
export interface PortMappingOptions {
  /** Default `BUNDLE-port-map-PORT`. */
  readonly id?: Value
  readonly port?: Value
  readonly internalPort?: Value
  readonly range?: Value
}

const portOptions = {
  of: 'portMapping()',
  options: { id: 'attribute', port: 'attribute', internalPort: 'attribute', range: 'attribute' },
} as const satisfies OptionTable<PortMappingOptions>

/**
 * A port of the host that leads into the container.
 *
 * @example
 * ```ts
 * const web = bundle('web', podman({ image: 'web:1' }), { network: { portMappings: [portMapping({ port: 80 })] } })
 * // <port-mapping id="web-port-map-80" port="80"/>
 * // pcs resource bundle create web container podman image=web:1 port-map port=80
 * ```
 */
export function portMapping(options: PortMappingOptions): ChildBuilder<PortMapping> {
  return (bundle, used) => {
    const id = options.id ?? claimId(pcsId.portMapping(bundle, String(options.port ?? options.range)), used)
    return { element: 'port-mapping', ...optionFields({ ...options, id }, portOptions) }
  }
}

/** The options of a storage mapping. */
export interface StorageMappingOptions {
  /** Default `BUNDLE-storage-map`, `-1`, ... */
  readonly id?: string
  readonly sourceDir?: string
  readonly sourceDirRoot?: string
  readonly targetDir?: string
  readonly options?: string
}

const storageOptions = {
  of: 'storageMapping()',
  options: {
    id: 'attribute',
    sourceDir: 'attribute',
    sourceDirRoot: 'attribute',
    targetDir: 'attribute',
    options: 'attribute',
  },
} as const satisfies OptionTable<StorageMappingOptions>

/**
 * A directory of the host in the container.
 *
 * @example
 * ```ts
 * const pages = storageMapping({ sourceDir: '/srv/www', targetDir: '/var/www', options: 'ro' })
 * const web = bundle('web', podman({ image: 'web:1' }), { storage: [pages] })
 * // <storage-mapping id="web-storage-map" source-dir="/srv/www" target-dir="/var/www" options="ro"/>
 * ```
 */
export function storageMapping(options: StorageMappingOptions): ChildBuilder<StorageMapping> {
  return (bundle, used) => {
    const id = options.id ?? claimId(pcsId.storageMapping(bundle), used)
    return { element: 'storage-mapping', ...optionFields({ ...options, id }, storageOptions) }
  }
}
