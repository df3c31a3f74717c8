import { type BundleOptions, type NetworkOptions, networkOf, storageOf } from '../../dsl/resource/bundle.js'
import type { ChildBuilder } from '../../dsl/values.js'
import type { Bundle, BundleStorage, Network, PortMapping, StorageMapping } from '../../model/index.js'
import { array, type Code, call, merge, object, text, unlessEmpty } from '../syntax/code.js'
import { fieldsOf } from '../syntax/fields.js'
import { say, sayPart } from './convert.js'
import { spell } from './literal.js'
import type { Scope } from './scope.js'

/** A bundle, given what it shares with groups and clones. */
export function bundleCode(bundle: Bundle, scope: Scope, collective: Code<object>): Code {
  const { id, network, storage, primitive } = bundle
  const inside = object({
    network: network && networkCode(network, id),
    storage: storage && storageCode(storage, id),
    primitive: primitive && scope.place(primitive),
  })
  return call('bundle', text(id), containerCode(bundle), unlessEmpty(merge(collective, inside)))
}

function containerCode({ container }: Bundle): Code {
  const options = object(
    fieldsOf(container, {
      image: 'text',
      replicas: 'value',
      replicasPerHost: 'value',
      promotedMax: 'value',
      masters: 'value',
      runCommand: 'text',
      network: 'text',
      options: 'text',
    }),
  )
  const isSayable = container.image !== undefined
  return say<Bundle['container']>(container, {
    becomes: (made) => made,
    codes: isSayable ? [() => call(container.element, options)] : [],
    otherwise: () => spell(container),
  })
}

function networkCode(network: Network, bundle: string): Code {
  const taken = new Set<string>()
  const mappings = network.portMappings.map((mapping) => portCode(mapping, bundle, taken))
  const options = object([
    ...fieldsOf(network, {
      ipRangeStart: 'text',
      controlPort: 'value',
      hostInterface: 'text',
      hostNetmask: 'value',
      addHost: 'flag',
    }),
    ['portMappings', mappings.length === 0 ? undefined : array(mappings)],
  ])
  return say<NetworkOptions | Network>(network, {
    becomes: (given) => networkOf(bundle, given),
    codes: [() => options],
    otherwise: () => spell(network),
    bare: true,
  })
}

function portCode(mapping: PortMapping, bundle: string, taken: Set<string>): Code {
  const fields = object(fieldsOf(mapping, { port: 'value', internalPort: 'value', range: 'value' }))
  const withId = () => merge(object(fieldsOf(mapping, { id: 'text' })), fields)
  return sayPart<PortMapping>(mapping, bundle, taken, [
    () => call('portMapping', fields),
    () => call('portMapping', withId()),
  ])
}

function storageCode(storage: BundleStorage, bundle: string): Code {
  const taken = new Set<string>()
  const mappings = array(storage.storageMappings.map((mapping) => mappingCode(mapping, bundle, taken)))
  return say<NonNullable<BundleOptions['storage']>>(storage, {
    becomes: (given) => storageOf(bundle, given),
    codes: [() => mappings as Code<readonly ChildBuilder<StorageMapping>[]>],
    otherwise: () => spell(storage),
    bare: true,
  })
}

function mappingCode(mapping: StorageMapping, bundle: string, taken: Set<string>): Code {
  const fields = object(
    fieldsOf(mapping, { sourceDir: 'text', sourceDirRoot: 'text', targetDir: 'text', options: 'text' }),
  )
  const withId = () => merge(object(fieldsOf(mapping, { id: 'text' })), fields)
  return sayPart<StorageMapping>(mapping, bundle, taken, [
    () => call('storageMapping', fields),
    () => call('storageMapping', withId()),
  ])
}
