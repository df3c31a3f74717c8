import { type BundleOptions, type NetworkOptions, networkOf, storageOf } from '../../dsl/resource/bundle.js'
import type { ChildBuilder } from '../../dsl/values.js'
import type { Bundle, BundleStorage, Network, PortMapping, StorageMapping } from '../../model/index.js'
import { array, type Code, call, merge, object, text, unlessEmpty } from '../syntax/code.js'
import { fieldsOf } from '../syntax/fields.js'
import { convert, convertPart } from './convert.js'
import { elementLiteral } from './literal.js'
import type { Scope } from './references.js'

/** A bundle; `collective` are the options that it shares with groups and clones. */
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
  const hasImage = container.image !== undefined
  return convert<Bundle['container']>(container, {
    becomes: (built) => built,
    candidates: hasImage ? [() => call(container.element, options)] : [],
    otherwise: () => elementLiteral(container),
  })
}

function networkCode(network: Network, bundle: string): Code {
  const used = new Set<string>()
  const mappings = network.portMappings.map((mapping) => portCode(mapping, bundle, used))
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
  return convert<NetworkOptions | Network>(network, {
    becomes: (given) => networkOf(bundle, given),
    candidates: [() => options],
    otherwise: () => elementLiteral(network),
    bare: true,
  })
}

function portCode(mapping: PortMapping, bundle: string, used: Set<string>): Code {
  const fields = object(fieldsOf(mapping, { port: 'value', internalPort: 'value', range: 'value' }))
  const withId = () => merge(object(fieldsOf(mapping, { id: 'text' })), fields)
  return convertPart<PortMapping>(mapping, bundle, used, [
    () => call('portMapping', fields),
    () => call('portMapping', withId()),
  ])
}

function storageCode(storage: BundleStorage, bundle: string): Code {
  const used = new Set<string>()
  const mappings = array(storage.storageMappings.map((mapping) => mappingCode(mapping, bundle, used)))
  return convert<NonNullable<BundleOptions['storage']>>(storage, {
    becomes: (given) => storageOf(bundle, given),
    candidates: [() => mappings as Code<readonly ChildBuilder<StorageMapping>[]>],
    otherwise: () => elementLiteral(storage),
    bare: true,
  })
}

function mappingCode(mapping: StorageMapping, bundle: string, used: Set<string>): Code {
  const fields = object(
    fieldsOf(mapping, { sourceDir: 'text', sourceDirRoot: 'text', targetDir: 'text', options: 'text' }),
  )
  const withId = () => merge(object(fieldsOf(mapping, { id: 'text' })), fields)
  return convertPart<StorageMapping>(mapping, bundle, used, [
    () => call('storageMapping', fields),
    () => call('storageMapping', withId()),
  ])
}
