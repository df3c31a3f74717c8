/** What differs between two CIBs, each difference as a cause that the later one has: lifting it gives back what was before. */
import { isDeepStrictEqual } from 'node:util'
import { toXml } from '../../cib/layout/to-xml.js'
import { quote } from '../../diagnostics/quote.js'
import type { CibElement, Cluster } from '../../model/index.js'
import { pathStep } from '../../model/walk.js'
import { writeXml } from '../../xml/write.js'
import type { NearCause } from '../cause/causes.js'
import type { Part } from './part.js'
import { statusParts } from './status-parts.js'

/** The changes from one cluster to a later one. */
export function changesBetween(before: Cluster, after: Cluster): readonly NearCause[] {
  const [earlier, later] = [partsOf(before), partsOf(after)]
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const [was, is] = [earlier.get(key), later.get(key)]
    const part = is ?? was
    if (part === undefined || isDeepStrictEqual(was?.value, is?.value)) return []
    const verb = was === undefined ? 'is new' : is === undefined ? 'is gone' : 'is not as it was'
    return {
      kind: 'change',
      path: part.path,
      ...(part.element && { element: part.element }),
      words: `${part.words} ${verb}`,
      command: part.command(was?.value),
      lift: (cluster) => part.put(cluster, was?.value),
      distance: 0,
    }
  })
}

function partsOf(cluster: Cluster): ReadonlyMap<string, Part> {
  const parts = [
    ...listed.flatMap((section) => itemParts(cluster, section)),
    ...wholeParts(cluster),
    quorumPart(cluster),
  ]
  return new Map([...parts, ...statusParts(cluster)].map((part) => [part.key, part]))
}

/** The sections of which each element is a part. */
const listed = [
  ['crmConfig', 'crm_config'],
  ['nodes', 'nodes'],
  ['resources', 'resources'],
  ['constraints', 'constraints'],
] as const

function itemParts(cluster: Cluster, [field, section]: (typeof listed)[number]): readonly Part[] {
  const items: readonly (CibElement & { readonly id?: string })[] = cluster.configuration[field]?.items ?? []
  return items.map((item, at) => {
    const path = `/cib/configuration/${section}/${pathStep(item.element, item.id, at + 1)}`
    const name = item.element === 'node' ? (item.uname ?? item.id) : item.id
    return {
      key: path,
      words: `${item.element} ${quote(name ?? '')}`,
      path,
      value: item,
      element: item,
      command: (was) => itemCommand(item, section, was as CibElement | undefined),
      put: (changed, was) => withItem(changed, field, section, item, was as CibElement | undefined),
    }
  })
}

function withItem(
  cluster: Cluster,
  field: (typeof listed)[number][0],
  section: string,
  item: CibElement & { readonly id?: string },
  was: CibElement | undefined,
): Cluster {
  const known: readonly (CibElement & { readonly id?: string })[] = cluster.configuration[field]?.items ?? []
  const isItem = (each: typeof item) => each.element === item.element && each.id === item.id
  const items = known.some(isItem)
    ? known.flatMap((each) => (isItem(each) ? (was ?? []) : [each]))
    : [...known, ...(was === undefined ? [] : [was])]
  const changed = { ...cluster.configuration[field], element: section, items }
  return { ...cluster, configuration: { ...cluster.configuration, [field]: changed } }
}

function itemCommand(
  item: CibElement & { readonly id?: string },
  section: string,
  was: CibElement | undefined,
): readonly string[] {
  const id = item.id ?? ''
  if (was !== undefined) {
    const written = writeXml(toXml(was))
    return [
      'cibadmin',
      '--modify',
      '--allow-create',
      '--scope',
      section,
      '--xml-text',
      written.output?.trim() ?? '',
    ]
  }
  if (section === 'constraints') return ['pcs', 'constraint', 'delete', id]
  return ['cibadmin', '--delete', '--xpath', `//${item.element}[@id='${id}']`]
}

/** The sections that are parts as a whole. */
const wholes = [
  ['rscDefaults', 'rsc_defaults'],
  ['opDefaults', 'op_defaults'],
  ['tags', 'tags'],
  ['fencingTopology', 'fencing-topology'],
] as const

function wholeParts(cluster: Cluster): readonly Part[] {
  return wholes.map(([field, section]) => {
    const element = cluster.configuration[field]
    return {
      key: section,
      words: `section ${quote(section)}`,
      path: `/cib/configuration/${section}`,
      value: element,
      ...(element && { element }),
      command: (was) => [
        ...['cibadmin', '--replace', '--scope', section, '--xml-text'],
        was === undefined ? `<${section}/>` : (writeXml(toXml(was as CibElement)).output?.trim() ?? ''),
      ],
      put: (changed, was) => ({ ...changed, configuration: { ...changed.configuration, [field]: was } }),
    }
  })
}

function quorumPart(cluster: Cluster): Part {
  return {
    key: 'quorum',
    words: 'whether the nodes have quorum',
    path: '/cib/@have-quorum',
    value: cluster.haveQuorum,
    element: cluster,
    command: () => ['pcs', 'cluster', 'start', '--all'],
    put: ({ haveQuorum: _, ...changed }, was) =>
      was === undefined ? changed : { ...changed, haveQuorum: was as string },
  }
}
