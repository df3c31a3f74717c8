import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule } from '../../src/check/rule.js'
import type { RuleDocs } from '../../src/check/rule-docs.js'
import { root } from './tools.js'

/** A rule with its page, and the room and file that it is in. */
export interface DocumentedRule {
  readonly file: string
  readonly room: string
  readonly code: string
  readonly rule: Rule
  readonly docs: RuleDocs
}

const folder = join(root, 'src/check/rules')

/** Every module of the rooms but their lists, by its path below src/check/rules. */
export const ruleModules: readonly (readonly [
  file: string,
  { readonly rule?: Rule; readonly docs?: RuleDocs },
])[] = await Promise.all(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts'))
    .sort()
    .map(async (file) => [file, await import(join(folder, file))] as const),
)

/** Every rule that has a page, by room and code. */
export const documentedRules: readonly DocumentedRule[] = ruleModules.flatMap(([file, { rule, docs }]) =>
  rule === undefined || docs === undefined
    ? []
    : [{ file, room: file.split('/')[0] as string, code: rule.code, rule, docs }],
)
