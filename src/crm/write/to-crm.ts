import { orderedLines } from '../../cib/canonical.js'
import { toXml } from '../../cib/layout/to-xml.js'
import { type Diagnostic, diagnostic, failure, type Result, success } from '../../diagnostics/diagnostic.js'
import type { Cluster, RawElement } from '../../model/index.js'
import { malformed } from '../../model/wellformed/malformed.js'
import { findUnrepresentable } from '../../xml/representable.js'
import { attributeOf, CrmSyntaxError } from '../read/cursor.js'
import { giveIds } from '../read/ids.js'
import { draftOf, readObject } from '../read/objects.js'
import { quoteWord } from '../words.js'
import { lostIn } from './lost.js'
import { type CrmObject, inCreationOrder, isObject, objectsOf, objectWords } from './objects.js'
import { hasChangedRole } from './roles.js'
import { xmlLine } from './xml-line.js'

/**
 * The configuration as text for `crm configure load replace FILE`, which produces the same elements with the same ids.
 * An object for which crmsh has no words that do is written as XML, and a finding names it; another reports what no
 * configuration of crmsh can contain.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web', { unit: 'nginx' })] })
 * const text = toCrm(web).output
 * // primitive web systemd:nginx
 * ```
 */
export function toCrm(cluster: Cluster): Result<string> {
  const faults = malformed(cluster)
  if (faults.length > 0) return failure(faults)
  const configuration = toXml(cluster).children.find(({ name }) => name === 'configuration')
  const sections = configuration?.children ?? []
  const unrepresentable = configuration === undefined ? [] : findUnrepresentable(configuration)
  if (unrepresentable.length > 0) return failure(unrepresentable)
  const findings: Diagnostic[] = [...omitted(configuration)]
  const used = new Set<string>()
  const text: string[] = []
  const schema = cluster.validateWith ?? ''
  for (const object of inCreationOrder(sections.flatMap(objectsOf).flatMap(withMembers))) {
    const words = linesFor(object, used, schema)
    findings.push(...lostIn(object.xml, pathOf(object)))
    if (words === undefined)
      findings.push(diagnostic('crm-unsupported', pathOf(object), { id: nameOf(object) }))
    text.push(words ?? xmlLine(object.xml))
    for (const id of idsIn(object.xml)) used.add(id)
  }
  if (isReordered(sections)) findings.push(diagnostic('crm-reordered', '/cib/configuration/resources', {}))
  return success(text.map((line) => `${line}\n`).join(''), findings)
}

/** The object and those in it, which crmsh has to know first. */
function withMembers(object: CrmObject): readonly CrmObject[] {
  return [...object.members.flatMap(withMembers), object]
}

/** The lines of an object in words, where crmsh makes the same of them; `used` are the ids of the objects before. */
function linesFor(object: CrmObject, used: ReadonlySet<string>, schema: string): string | undefined {
  const groups = objectWords(object)
  if (groups === undefined || hasChangedRole(object.flat, schema)) return undefined
  const words = groups.flat()
  // The words of a reference are looked up before the element that they refer to is made.
  if (words.some((word) => /^(?:\$id-ref=|@)/.test(word) && words.indexOf(word) > 2)) return undefined
  if (words.length < 3 && needsContent.includes(words[0] ?? '')) return undefined
  // crmsh reads ASCII, line by line, and takes an empty word for the end of the line.
  if (words.some((word) => !/^[ -~]+$/.test(word))) return undefined
  const line = words.map(quoteWord).join(' ')
  try {
    const read = draftOf(readObject(line, []))
    giveIds(read, new Set(used))
    if (orderedLines(read) !== orderedLines(object.flat)) return undefined
  } catch (error) {
    if (error instanceof CrmSyntaxError) return undefined
    throw error
  }
  return groups.map((group) => group.map(quoteWord).join(' ')).join(' \\\n\t')
}

/** Objects that crmsh does not read without anything in them. */
const needsContent: readonly string[] = ['tag', 'role', 'acl_target', 'acl_group']

function nameOf({ xml }: CrmObject): string {
  return attributeOf(xml, 'id') ?? xml.name
}

function pathOf({ xml, section }: CrmObject): string {
  const id = attributeOf(xml, 'id')
  const path = `/cib/configuration/${section}`
  return xml.name === section ? path : `${path}/${xml.name}${id === undefined ? '' : `[@id="${id}"]`}`
}

function idsIn(xml: RawElement): readonly string[] {
  return [attributeOf(xml, 'id') ?? [], ...xml.children.map(idsIn)].flat()
}

/** What is in no section of a configuration that crmsh knows. */
function omitted(configuration: RawElement | undefined): readonly Diagnostic[] {
  return (configuration?.children ?? []).flatMap((section) => {
    const path = `/cib/configuration/${section.name}`
    const attributes = section.attributes.map(([name]) => [
      `${path}/@${name}`,
      `the attribute ${name} of <${section.name}>`,
    ])
    const isWhole = section.name === 'fencing-topology'
    const isDefaults = section.name === 'rsc_defaults' || section.name === 'op_defaults'
    const others = section.children
      .filter((child) => !isWhole && !(isDefaults ? child.name === 'meta_attributes' : isObject(child)))
      .map(({ name }) => [`${path}/${name}`, `<${name}> in <${section.name}>`])
    return [...attributes, ...others].map(([at = path, what = '']) => diagnostic('crm-omitted', at, { what }))
  })
}

/** True where crmsh puts resources of one kind before others that are before them here. */
function isReordered(sections: readonly RawElement[]): boolean {
  const resources = sections.find(({ name }) => name === 'resources')
  const objects = resources === undefined ? [] : objectsOf(resources)
  return inCreationOrder(objects).some((object, at) => object !== objects[at])
}
