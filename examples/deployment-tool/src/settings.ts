import { readFileSync } from 'node:fs'

/** What differs between the sites of this tool. */
export interface Settings {
  readonly name: string
  readonly nodes: readonly string[]
  /** Name of a virtual IP -> its address. */
  readonly addresses: Readonly<Record<string, string>>
}

export function readSettings(path: string): Settings {
  return JSON.parse(readFileSync(path, 'utf8')) as Settings
}
