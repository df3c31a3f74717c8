import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '../support/crm-simulate.js'
import { crmVerify, type Verified } from '../support/crm-verify.js'
import { documentedRules } from '../support/documented-rules.js'
import { clusterOf } from '../support/rule-page.js'
import { describeWith, root } from '../support/tools.js'
import { expectFile } from '../support/update.js'

const rooms = [...new Set(documentedRules.map(({ room }) => room))]

/** What a room is about: the first paragraph of its README, one line. */
function aboutRoom(room: string): string {
  const text = readFileSync(join(root, 'src/check/rules', room, 'README.md'), 'utf8')
  return text.split('\n').slice(1).join(' ').trim()
}

test('docs/rules/README.md lists every rule by room', () => {
  const sections = rooms.flatMap((room) => {
    const rows = documentedRules
      .filter((documented) => documented.room === room)
      .map(({ code, rule, docs }) => {
        const severity = rule.set === 'strict' ? `${rule.severity}, strict` : rule.severity
        return `| [${code}](${code}.md) | ${severity} | ${docs.about.replaceAll('|', '\\|').replaceAll('<', '&lt;')} |`
      })
    return [`## ${room}`, aboutRoom(room), '', '| rule | severity | finds |', '|---|---|---|', ...rows, '']
  })
  const text = [
    '# Rules',
    '',
    `What \`lightcib check\` looks for beside references, cycles and policies: ${documentedRules.length} rules in ${rooms.length} rooms. \`lightcib explain CODE\``,
    'prints the page of one. Rules that are `strict` run where the configuration or `--rules strict` asks for them.',
    '',
    ...sections,
  ].join('\n')
  expectFile(join(root, 'docs/rules/README.md'), text)
})

describeWith(['crm_verify'], 'crm_verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-rules-'))
  const fileOf = (code: string) => join(folder, `${code}.xml`)
  let verified: ReadonlyMap<string, Verified>

  beforeAll(async () => {
    for (const { code, docs } of documentedRules) writeFileSync(fileOf(code), textOf(clusterOf(docs.right)))
    verified = await crmVerify(documentedRules.map(({ code }) => fileOf(code)))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(documentedRules.map(({ code }) => code))('accepts the right example of %s', (code) => {
    expect(verified.get(fileOf(code))?.errors).toEqual([])
  })
})
