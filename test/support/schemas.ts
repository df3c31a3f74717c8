import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type SchemaVersion, schemaVersions } from '../../src/cib/validate/grammar/versions.js'
import { root } from './tools.js'

/** Where the schemas of the installed Pacemaker lie, and those of newer ones (scripts/newer-schemas.sh). */
const folders = ['/usr/share/pacemaker', join(root, 'node_modules/.cache/pacemaker-schemas')]

/** Pacemaker's own schema of a version, where this machine has it. */
export function schemaFile(version: SchemaVersion): string | undefined {
  return folders.map((folder) => join(folder, `pacemaker-${version}.rng`)).find((file) => existsSync(file))
}

/** The versions whose schema this machine has. */
export const schemasHere = schemaVersions.filter((version) => schemaFile(version) !== undefined)
