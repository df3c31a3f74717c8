import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/check/rules/index.js'
import * as lightcib from '../../src/index.js'
import { documentedRules, ruleModules } from '../support/documented-rules.js'
import { clusterOf, rulePage } from '../support/rule-page.js'
import { root } from '../support/tools.js'
import { expectFile } from '../support/update.js'

test('each rule is one file named after its code, with its page, and in the list', () => {
  const named = documentedRules.map(({ file, code }) => [file.split('/').at(-1), `${code}.ts`])
  expect(named.filter(([file, wanted]) => file !== wanted)).toEqual([])
  expect(ruleModules.filter(([, { rule, docs }]) => (rule === undefined) !== (docs === undefined))).toEqual(
    [],
  )
  expect(rules.map(({ code }) => code).sort()).toEqual(documentedRules.map(({ code }) => code).sort())
})

/** True for a text with a hole in it. */
const isUnwritten = (text: string) => /undefined|NaN|\[object|""/.test(text)

describe.each(documentedRules)('$code', ({ code, rule, docs }) => {
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

  test('has texts for what is wrong and what to write instead, of a module and of a CIB', () => {
    const declared = clusterOf(docs.wrong)
    const read = lightcib.readCib(lightcib.writeCib(declared).output ?? '').output
    const found = [declared, ...(read === undefined ? [] : [read])].flatMap((cluster) =>
      lightcib.check(cluster, { policies: [], rules: { severities: { [code]: rule.severity } } }),
    )
    const own = found.filter((finding) => finding.code === code)
    expect(own.filter(({ message }) => !/^.{20}/.test(message) || isUnwritten(message))).toEqual([])
    expect(own.filter(({ hint = 'none' }) => hint.length < 4 || isUnwritten(hint))).toEqual([])
  })

  test('has its page', () => expectFile(join(root, `docs/rules/${code}.md`), rulePage(rule, docs)))
})

test('no rule finds anything in the examples of others but for what this list has', () => {
  const lines = documentedRules.flatMap(({ code, docs }) =>
    (['wrong', 'right'] as const).flatMap((which) => {
      const found = lightcib.check(clusterOf(docs[which]), { policies: [] })
      const others = found.filter((finding) => finding.code !== code)
      const texts = others.map((finding) => `${finding.severity} ${finding.code}: ${finding.message}`)
      return texts.length === 0 ? [] : [`${code}, ${which}`, ...texts.map((text) => `  ${text}`)]
    }),
  )
  expectFile(join(root, 'fixtures/rules/other-findings.txt'), `${lines.join('\n')}\n`)
})

test('docs/rules has no page of a rule that is gone', () => {
  const pages = join(root, 'docs/rules')
  const known = new Set(documentedRules.map(({ code }) => `${code}.md`))
  if (existsSync(pages))
    expect(readdirSync(pages).filter((page) => !known.has(page) && page !== 'README.md')).toEqual([])
})
