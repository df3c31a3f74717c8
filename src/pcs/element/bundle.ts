import { freeId, pcsId } from '../../model/ids.js'
import type { Bundle, PortMapping, StorageMapping } from '../../model/index.js'
import { type Accepts, attributeWords, fieldsOf } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Conversion, Produced } from '../command/conversion.js'
import { acceptsAround } from '../command/references.js'
import { isPcsId } from '../command/values.js'
import { convertSet, options } from './attributes.js'
import { createPrimitive, describePrimitive } from './primitive.js'

const containerOptions = [
  'image',
  'replicas',
  'replicas-per-host',
  'promoted-max',
  'network',
  'options',
  'run-command',
]
const networkOptions = ['ip-range-start', 'control-port', 'host-interface', 'host-netmask', 'add-host']
const portOptions = ['port', 'internal-port', 'range']
const storageOptions = ['source-dir', 'source-dir-root', 'target-dir', 'options']

const isNatural = (text: string) => /^[0-9]{1,9}$/.test(text)
const isPositive = (text: string) => /^[1-9][0-9]{0,8}$/.test(text)
const isPort = (text: string) => isPositive(text) && Number(text) <= 65535
const isPortRange = (text: string) => {
  const [from = '', to = '', ...more] = text.split('-')
  return more.length === 0 && isPort(from) && isPort(to) && Number(from) <= Number(to)
}

const accepts: Accepts = {
  replicas: isPositive,
  'replicas-per-host': isPositive,
  'promoted-max': isNatural,
  'control-port': isPort,
  'host-netmask': (text) => isPositive(text) && Number(text) <= 32,
  port: isPort,
  'internal-port': isPort,
  range: isPortRange,
}

/** `pcs resource bundle create`, then `pcs resource create ... bundle` for the service inside. */
export function convertBundle(bundle: Bundle, context: Context): Conversion<Bundle> {
  const { container, network, storage, primitive } = bundle
  if (!acceptsAround(bundle, context)) return { commands: [] }
  if (!context.dialect.containers.includes(container.element)) {
    context.unsupported({ element: container, what: `bundles of ${container.element}` })
  }
  context.ids.add(bundle.id)
  const ports = (network?.portMappings ?? []).map((mapping) => convertPort(bundle, mapping, context))
  const storages = (storage?.storageMappings ?? []).map((mapping) => convertStorage(bundle, mapping, context))
  const networkWords = network === undefined ? [] : attributeWords(network, networkOptions, context, accepts)
  const meta = convertSet(bundle.metaAttributes, options(bundle.id), context)
  const inside = primitive === undefined ? undefined : describePrimitive(primitive, context)
  const words = [
    ...['resource', 'bundle', 'create', bundle.id, 'container', container.element],
    ...attributeWords(container, containerOptions, context, accepts),
    ...(networkWords.length === 0 ? [] : ['network', ...networkWords]),
    ...ports.flatMap((port) => port.words),
    ...storages.flatMap((mapping) => mapping.words),
    ...(meta.words.length === 0 ? [] : ['meta', ...meta.words]),
  ]
  if (container.image === undefined) reportIncomplete(container, 'image', context)
  const create = pcs(words, network?.addHost === undefined ? [] : ['--force'])
  const service = inside === undefined ? [] : createPrimitive(inside, ['bundle', bundle.id])
  const produces: Produced<Bundle> = {
    element: 'bundle',
    id: bundle.id,
    metaAttributes: meta.produces,
    container: { ...fieldsOf(container, containerOptions), element: container.element },
    primitive: inside?.produces,
    network:
      network === undefined || networkWords.length + ports.length === 0
        ? undefined
        : {
            element: 'network',
            ...fieldsOf(network, networkOptions),
            portMappings: ports.map((port) => port.produces),
          },
    storage:
      storages.length === 0
        ? undefined
        : { element: 'storage', storageMappings: storages.map((mapping) => mapping.produces) },
  }
  return { commands: [create, ...service], produces }
}

function convertPort(bundle: Bundle, mapping: PortMapping, context: Context) {
  const { port, range } = mapping
  if ((port === undefined) === (range === undefined)) reportIncomplete(mapping, 'port', context)
  const words = attributeWords(mapping, portOptions, context, accepts)
  const own = claimOwn(mapping, pcsId.portMapping(bundle.id, port ?? range ?? ''), context)
  return { words: ['port-map', ...own, ...words], produces: { ...mapping, extra: undefined } }
}

function convertStorage(bundle: Bundle, mapping: StorageMapping, context: Context) {
  const { sourceDir, sourceDirRoot, targetDir } = mapping
  if ((sourceDir === undefined) === (sourceDirRoot === undefined))
    reportIncomplete(mapping, 'source-dir', context)
  if (targetDir === undefined) reportIncomplete(mapping, 'target-dir', context)
  const words = attributeWords(mapping, storageOptions, context)
  const own = claimOwn(mapping, pcsId.storageMapping(bundle.id), context)
  return { words: ['storage-map', ...own, ...words], produces: { ...mapping, extra: undefined } }
}

/** The `id=` word of a mapping; none where the wanted id is the one that pcs gives. */
function claimOwn(mapping: PortMapping | StorageMapping, own: string, context: Context): readonly string[] {
  if (!isPcsId(mapping.id)) {
    context.unsupported({
      element: mapping,
      attribute: 'id',
      what: `the id ${JSON.stringify(mapping.id ?? '')}`,
    })
    return []
  }
  const given = mapping.id === freeId(own, context.ids) ? [] : [`id=${mapping.id}`]
  context.ids.add(mapping.id)
  return given
}

function reportIncomplete(
  element: Bundle['container'] | PortMapping | StorageMapping,
  attribute: string,
  context: Context,
) {
  context.unsupported({
    element,
    attribute,
    what: `a <${element.element}> without ${attribute}, or with another of its kind`,
  })
}
