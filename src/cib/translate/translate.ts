import {
  type Diagnostic,
  diagnostic,
  failure,
  hasErrors,
  type Result,
  success,
} from '../../diagnostics/diagnostic.js'
import type { CibElement, Cluster } from '../../model/index.js'
import { mapChildren } from '../../model/walk.js'
import { findUnrepresentable } from '../../xml/representable.js'
import { toXml } from '../layout/to-xml.js'
import { nearestSchema, type SchemaVersion, schemaVersions, versionOf } from '../validate/grammar/versions.js'
import { validateXml } from '../validate/validate.js'
import { runStep } from './run-step.js'
import { current, older, type Step, type Upgrade, upgrades } from './steps.js'

/**
 * The cluster as another schema has it, `pacemaker-4.0`: a copy, valid in that schema. To a newer schema it is what
 * `cibadmin --upgrade --force` makes of it. Each change is an `info`; what the schema cannot express is an error with
 * its path, and then there is no output.
 */
export function translateCluster(cluster: Cluster, schema: string): Result<Cluster> {
  const version = versionOf(schema)
  if (version === undefined) {
    return failure([
      diagnostic('unknown-schema', '/cib/@validate-with', { schema, near: nearestSchema(schema) }),
    ])
  }
  const xml = toXml(cluster)
  const unrepresentable = findUnrepresentable(xml)
  if (unrepresentable.length > 0) return failure(unrepresentable)
  const findings: Diagnostic[] = []
  const run = (before: Cluster, step: Step) => runStep(before, step, version, findings)
  const upgraded = stepsTo(cluster, version).reduce(
    (before, step) => (isValid(before, step.since) ? before : run(before, step)),
    cluster,
  )
  const translated = cluster.validateWith === schema ? cluster : run(upgraded, older)
  const output = { ...mapChildren(translated, copied), validateWith: schema }
  const diagnostics = [...findings, ...validateXml(translated === cluster ? xml : toXml(output))]
  return hasErrors(diagnostics) ? failure(diagnostics) : success(output, diagnostics)
}

/** The same under the names that the commands of pcs for that schema expect, where the CIB may keep older ones. */
export function translateForPcs(cluster: Cluster, schema: string): Result<Cluster> {
  const translated = translateCluster(cluster, schema)
  const version = versionOf(schema)
  if (!translated.ok || version === undefined || cluster.validateWith === schema) return translated
  const diagnostics = [...translated.diagnostics]
  return success(runStep(translated.output, current, version, diagnostics), diagnostics)
}

/**
 * The upgrades between the schema of a cluster and a newer one. Like Pacemaker's they start at the first schema, from
 * the named one on, that the cluster is valid in; one whose result is there already is left out.
 */
function stepsTo(cluster: Cluster, version: SchemaVersion): readonly Upgrade[] {
  const between = (from: SchemaVersion) =>
    upgrades.filter(({ since }) => isBefore(from, since) && !isBefore(version, since))
  const named = versionOf(cluster.validateWith) ?? '1.0'
  if (between(named).length === 0) return []
  const later = schemaVersions.slice(schemaVersions.indexOf(named))
  return between(later.find((other) => isValid(cluster, other)) ?? named)
}

function isValid(cluster: Cluster, version: SchemaVersion): boolean {
  return validateXml(toXml({ ...cluster, validateWith: `pacemaker-${version}` })).length === 0
}

function isBefore(version: SchemaVersion, other: SchemaVersion): boolean {
  return schemaVersions.indexOf(version) < schemaVersions.indexOf(other)
}

/** At most as deep as a CIB is written, so its recursion is safe. */
function copied(element: CibElement): CibElement {
  return mapChildren(element, copied)
}
