import { readCib } from '../../cib/read.js'
import {
  type Diagnostic,
  diagnostic,
  failure,
  hasErrors,
  type Result,
  success,
} from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'
import { writeXml } from '../../xml/write.js'
import { linesOf } from '../words.js'
import { configurationOf } from './configuration.js'
import { attributeOf, CrmSyntaxError, type Draft } from './cursor.js'
import { keywords, readObject } from './objects.js'

/** True for text that begins as a crmsh configuration does. */
export function looksLikeCrm(text: string): boolean {
  const [first] = linesOf(text).filter(({ text: line }) => !line.startsWith('#'))
  const [word = '', next] = first?.text.split(/\s+/) ?? []
  return next !== undefined && keywords.includes(word.toLowerCase())
}

/**
 * The cluster in a configuration of crmsh, as `crm configure show` prints it and `crm configure load` reads it, with the
 * ids that crmsh would give. A line that crmsh would not accept is an error, and then there is no cluster.
 *
 * @example
 * ```ts
 * const { output, diagnostics } = readCrm('primitive web systemd:nginx op monitor interval=10s')
 * const ids = output === undefined ? diagnostics.map(({ message }) => message) : [output]
 * ```
 */
export function readCrm(text: string): Result<Cluster> {
  const findings: Diagnostic[] = []
  const nodes: string[] = []
  const objects: Draft[] = []
  for (const { text: line, number } of linesOf(text)) {
    if (line.startsWith('#')) continue
    try {
      const object = readObject(line, nodes)
      if (object.name === 'node') nodes.push(attributeOf(object, 'uname') ?? '')
      objects.push(object)
      findings.push(...obscuredIn(object, number))
    } catch (error) {
      if (!(error instanceof CrmSyntaxError)) throw error
      const position = { line: number, column: 1 }
      findings.push(diagnostic('crm-syntax', '/cib', { what: error.message }, { position }))
    }
  }
  const configuration = configurationOf(objects, (group, id) => {
    const owner = attributeOf(group, 'id') ?? group.name
    findings.push(diagnostic('crm-missing-resource', '/cib/configuration/resources', { id, owner }))
  })
  if (hasErrors(findings)) return failure(findings)
  const { output, diagnostics } = writeXml(configuration)
  return output === undefined ? failure(diagnostics) : withoutPlaces(readCib(output, { validate: true }))
}

/** The result without the empty status of a configuration alone, and without places: they are in the XML, not in the text. */
function withoutPlaces({ output, diagnostics }: Result<Cluster>): Result<Cluster> {
  const findings = diagnostics
    .filter(({ code }) => code !== 'cib-section')
    .map(({ position: _, ...finding }): Diagnostic => finding)
  if (output === undefined) return failure(findings)
  const { status: _, ...cluster } = output
  return success(cluster, findings)
}

/** The values that `crm configure show` has replaced by asterisks. */
function obscuredIn(object: Draft, line: number): readonly Diagnostic[] {
  const inside = object.children.flatMap((child) => obscuredIn(child, line))
  if (object.name !== 'nvpair' || attributeOf(object, 'value') !== '******') return inside
  const name = attributeOf(object, 'name') ?? ''
  return [diagnostic('crm-obscured', '/cib', { name }, { position: { line, column: 1 } })]
}
