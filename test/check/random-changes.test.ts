import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check, type Diagnostic, readCib } from 'lightcib'
import { afterAll, expect, test } from 'vitest'
import { type ChangedValue, ChangedValues } from '../support/changed-value.js'
import { crmVerify, type Verified } from '../support/crm-verify.js'
import { seed } from '../support/properties.js'
import { randomOf } from '../support/random.js'
import { describeWith, describeWithShared, sharedPath } from '../support/tools.js'

const runs = Number(process.env.FUZZ ?? 150)

/** Lines about what the status has, where something runs and what of it has failed, or about one instance of many. */
const aboutStatus =
  /might be active on|Preventing \S+ from restarting|which isn't allowed|Operation \S+ of \S+ .*failed|Result of |will be fenced|for fencing|is unrunnable|unclean|active orphan|recorded node state|Unexpected result|No action found for|such as \S+:\d|unpack_migrate_to/

describeWithShared('corpus/scheduler', 'regression CIBs with a value changed', () => {
  describeWith(['crm_verify'], 'beside crm_verify', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lightcib-changes-'))
    afterAll(() => rmSync(folder, { recursive: true }))

    test('what it minds because of the change is found because of the change, and as severe', async () => {
      const corpus = sharedPath('corpus/scheduler')
      const texts = readdirSync(corpus).map((name) => readFileSync(join(corpus, name), 'utf8'))
      const source = new ChangedValues(texts)
      const random = randomOf(seed)
      const cases = Array.from({ length: runs }, () => source.next(random))
      const verified = await verifiedTexts([...new Set(cases.flatMap(({ before, text }) => [before, text]))])
      const minded = cases.flatMap((one) => mindedMore(one, verified))
      expect(minded.length).toBeGreaterThan(runs / 10)
      expect(minded.filter(({ isFound }) => !isFound)).toEqual([])
    })

    async function verifiedTexts(texts: readonly string[]): Promise<ReadonlyMap<string, Verified>> {
      const files = texts.map((text, at) => {
        const file = join(folder, `${at}.xml`)
        writeFileSync(file, text)
        return file
      })
      const found = await crmVerify(files)
      return new Map(texts.map((text, at) => [text, found.get(files[at] ?? '') as Verified]))
    }
  })
})

/** What crm_verify prints of the changed text alone, and whether there is a finding as severe that is new too. */
function mindedMore(
  { text, before, change }: ChangedValue & { readonly before: string },
  verified: ReadonlyMap<string, Verified>,
) {
  const [old, now] = [verified.get(before) as Verified, verified.get(text) as Verified]
  const errors = more(old.errors, now.errors)
  const warnings = more(old.warnings, now.warnings)
  if (errors.length + warnings.length === 0) return []
  const known = new Set(findings(before).map(textOf))
  const own = findings(text).filter((finding) => !known.has(textOf(finding)))
  const isFound = own.some(
    ({ severity }) => severity === 'error' || (errors.length === 0 && severity === 'warning'),
  )
  const printed = [...errors, ...warnings].slice(0, 3)
  return [{ change, printed, isFound, own: own.map(({ severity, code }) => `${severity} ${code}`) }]
}

/** The lines that were not there, without those about the status. */
function more(before: readonly string[], now: readonly string[]): readonly string[] {
  return [...new Set(now)].filter((line) => !before.includes(line) && !aboutStatus.test(line))
}

function findings(text: string): readonly Diagnostic[] {
  const { output, diagnostics } = readCib(text, { validate: true })
  return [...diagnostics, ...(output === undefined ? [] : check(output))]
}

function textOf({ code, message, path }: Diagnostic): string {
  return [code, message, path].join('\n')
}
