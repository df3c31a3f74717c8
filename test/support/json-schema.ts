import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import ajvOfDraft4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { root } from './tools.js'

/** The JSON schema of a file of the project or of a package. */
export function schemaIn(file: string): object {
  return JSON.parse(readFileSync(`${root}${file}`, 'utf8'))
}

/** What of a value a schema does not allow, empty where it is valid. */
export function schemaFaults(schema: object, value: unknown): readonly string[] {
  const isOld = JSON.stringify(schema).includes('json-schema.org/draft-04')
  const ajv = isOld
    ? new ajvOfDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false })
    : new Ajv({ allErrors: true })
  addFormats.default(ajv as Ajv)
  const validate = ajv.compile(schema)
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
