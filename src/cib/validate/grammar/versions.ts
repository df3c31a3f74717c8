import { nearest } from '../../../diagnostics/nearest.js'

/** The schemas of the CIB, oldest first; `validate-with` names one as `pacemaker-3.9`. */
export const schemaVersions = [
  ...(['1.0', '1.2', '1.3'] as const),
  ...(['2.0', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9', '2.10'] as const),
  ...(['3.0', '3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7', '3.8', '3.9', '3.10'] as const),
  '4.0',
] as const

export type SchemaVersion = (typeof schemaVersions)[number]

/** The version that `pacemaker-3.9` names; undefined for `none` and names that are not known here. */
export function versionOf(schema: string | undefined): SchemaVersion | undefined {
  return schemaVersions.find((version) => schema === `pacemaker-${version}`)
}

/** Something of the grammar that only some versions have; both ends belong to the time. */
export interface During<T> {
  readonly since?: SchemaVersion
  readonly until?: SchemaVersion
  readonly what: T
}

/** What a version and all later ones have. */
export function since<T>(version: SchemaVersion, what: T): During<T> {
  return { since: version, what }
}

/** What a version and all earlier ones have. */
export function until<T>(version: SchemaVersion, what: T): During<T> {
  return { until: version, what }
}

/** What the versions from one to another have. */
export function during<T>(first: SchemaVersion, last: SchemaVersion, what: T): During<T> {
  return { since: first, until: last, what }
}

/** True where the version lies in the time. */
export function isIn(version: SchemaVersion, time: Pick<During<unknown>, 'since' | 'until'>): boolean {
  const at = schemaVersions.indexOf(version)
  return (
    (time.since === undefined || schemaVersions.indexOf(time.since) <= at) &&
    (time.until === undefined || schemaVersions.indexOf(time.until) >= at)
  )
}

/** The name of the schema that was meant, where one is near; of a version that is none, no other is meant. */
export function nearestSchema(schema: string | undefined): string | undefined {
  if (schema === undefined || /^pacemaker-\d+\.\d+$/.test(schema)) return undefined
  return nearest(
    schema,
    schemaVersions.map((version) => `pacemaker-${version}`),
  )
}
