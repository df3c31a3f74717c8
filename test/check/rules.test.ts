import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Rule } from '../../src/check/rule.js'
import type { RuleDocs } from '../../src/check/rule-docs.js'
import { rules } from '../../src/check/rules/index.js'
import * as lightcib from '../../src/index.js'
import { clusterOf, rulePage } from '../support/rule-page.js'
import { root } from '../support/tools.js'
import { expectFile } from '../support/update.js'

const folder = join(root, 'src/check/rules')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts'))
  .sort()
const modules = await Promise.all(
  files.map(
    async (file) => [file, (await import(join(folder, file))) as { rule?: Rule; docs?: RuleDocs }] as const,
  ),
)
const documented = modules.flatMap(([file, { rule, docs }]) =>
  rule === undefined || docs === undefined ? [] : [{ file, code: rule.code, rule, docs }],
)

test('each rule is one file named after its code, with its page, and in the list', () => {
  const named = documented.map(({ file, code }) => [file.split('/').at(-1), `${code}.ts`])
  expect(named.filter(([file, wanted]) => file !== wanted)).toEqual([])
  expect(modules.filter(([, { rule, docs }]) => (rule === undefined) !== (docs === undefined))).toEqual([])
  expect(rules.map(({ code }) => code).sort()).toEqual(documented.map(({ code }) => code).sort())
})

describe.each(documented)('$code', ({ code, rule, docs }) => {
  test('finds the wrong example, and nothing in the right one', () => {
    const codesIn = (example: string) => {
      const cluster = clusterOf(example)
      return lightcib.check(cluster, { policies: [], rules: { severities: { [code]: rule.severity } } })
    }
    expect(codesIn(docs.wrong).map((finding) => finding.code)).toContain(code)
    expect(
      codesIn(docs.right).filter(({ severity, code: other }) => severity === 'error' || other === code),
    ).toEqual([])
  })

  test('has its page', () => expectFile(join(root, `docs/rules/${code}.md`), rulePage(rule, docs)))
})

test('docs/rules has no page of a rule that is gone', () => {
  const pages = join(root, 'docs/rules')
  const known = new Set(documented.map(({ code }) => `${code}.md`))
  if (existsSync(pages))
    expect(readdirSync(pages).filter((page) => !known.has(page) && page !== 'README.md')).toEqual([])
})
