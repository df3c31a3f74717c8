import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type SchemaVersion, schemaVersions, versionOf } from '../../src/cib/validate/grammar/versions.js'
import { validateXml } from '../../src/cib/validate/validate.js'
import type { XmlElement } from '../../src/xml/element.js'
import { parseXml } from '../../src/xml/parse.js'
import { writeXml } from '../../src/xml/write.js'
import { mutate, mutation } from '../support/mutations.js'
import { seed } from '../support/properties.js'
import { richCibs } from '../support/rich-cibs.js'
import { schemaFile, schemasHere } from '../support/schemas.js'
import { describeWith, describeWithShared, sharedPath } from '../support/tools.js'
import { valid } from '../support/xmllint.js'

const runs = Number(process.env.FUZZ) || 1000
const scheduler = sharedPath('corpus/scheduler')

interface Document {
  readonly version: SchemaVersion
  readonly text: string
  /** What it is, for the report. */
  readonly note: string
}

/** Both verdicts on each document, by its schema version; those where they differ, with our findings. */
function differences(documents: readonly Document[]) {
  let accepted = 0
  const found = schemasHere.flatMap((version) => {
    const named = documents.filter((document) => document.version === version)
    const verdicts = valid(
      named.map(({ text }) => text),
      schemaFile(version) as string,
    )
    accepted += verdicts.filter(Boolean).length
    return named.flatMap(({ text, note }, index) => {
      const findings = validateXml(parse(text))
      if ((findings.length === 0) === verdicts[index]) return []
      return [{ version, note, pacemaker: verdicts[index], findings: findings.map(({ message }) => message) }]
    })
  })
  return { accepted, rejected: documents.length - accepted, found }
}

function parse(text: string): XmlElement {
  const { output } = parseXml(text)
  if (output === undefined) throw new Error('not well-formed')
  return output
}

/** The document under another schema's name. */
function renamed(text: string, version: SchemaVersion): string {
  return text.replace(/validate-with="[^"]*"/, `validate-with="pacemaker-${version}"`)
}

const small = existsSync(scheduler)
  ? readdirSync(scheduler)
      .map((name) => readFileSync(`${scheduler}/${name}`, 'utf8'))
      .filter((text) => text.length < 20_000)
  : []
const starts = [...richCibs, ...richCibs, ...richCibs, ...small].map(withoutStatus)

function withoutStatus(text: string): string {
  return text.replace(/<status>.*<\/status>/s, '<status/>')
}

const missing = schemaVersions.filter((version) => !schemasHere.includes(version))

describeWith(['xmllint', 'crm_verify'], "validation and Pacemaker's schemas", () => {
  const leftOut = missing.length === 0 ? '' : ` [left out: ${missing.join(', ')}; scripts/newer-schemas.sh]`
  it.skipIf(missing.length > 0 && process.env.CI !== 'true')(`have every version here${leftOut}`, () => {
    expect(missing).toEqual([])
  })

  it('agree that the rich CIBs are valid', () => {
    for (const text of richCibs) {
      expect(validateXml(parse(text))).toEqual([])
      const file = schemaFile(versionOf(/pacemaker-[\d.]+/.exec(text)?.[0]) as SchemaVersion)
      if (file !== undefined) expect(valid([text], file)).toEqual([true])
    }
  })

  it('agree that blanks around a reference do not count', () => {
    const plain = richCibs.find((text) => text.includes('"pacemaker-3.9"')) as string
    const blank = plain.replace('<resource_ref id="a"/>', '<resource_ref id=" a "/>')
    expect(blank).not.toBe(plain)
    expect(valid([blank], schemaFile('3.9') as string)).toEqual([true])
    expect(validateXml(parse(blank))).toEqual([])
  })

  it(`agree on ${runs} changed CIBs (SEED=${seed})`, () => {
    const changed = fc
      .tuple(fc.constantFrom(...schemasHere), fc.nat({ max: starts.length - 1 }), mutation)
      .map(([version, start, change]) => {
        const root = mutate(parse(renamed(starts[start] as string, nearTo(start, version))), change)
        const note = `${start}: ${JSON.stringify(change)}`
        return { version: versionNamed(root), text: writeXml(root).output, note }
      })
      .filter((made): made is Document => made.version !== undefined && made.text !== undefined)
    const { accepted, rejected, found } = differences(fc.sample(changed, { numRuns: runs, seed }))
    expect(found.slice(0, 20), `${found.length} differences`).toEqual([])
    expect(Math.min(accepted, rejected)).toBeGreaterThan(runs / 10)
  })
})

describeWith(['xmllint', 'crm_verify'], "validation and Pacemaker's schemas differ on purpose", () => {
  const plain = richCibs.find((text) => text.includes('"pacemaker-3.9"')) as string
  const differ = (text: string, accepted: boolean) => {
    expect(valid([text], schemaFile('3.9') as string)).toEqual([!accepted])
    expect(validateXml(parse(text)).length === 0).toBe(accepted)
  }

  it('in declarations of namespaces, which are attributes here and no CIB has', () => {
    differ(plain.replace('<clone id="c"', '<clone xmlns:x="urn:x" id="c"'), false)
  })

  it('in names of schemas that are newer than the installed Pacemaker', () => {
    const document = plain.replace('"pacemaker-3.9"', '"pacemaker-3.10"')
    expect(validateXml(parse(document))).toEqual([])
    expect(valid([document], schemaFile('3.9') as string)).toEqual([false])
  })
})

/** Rich CIBs mostly keep their own schema, where a change is the only fault. */
function nearTo(start: number, version: SchemaVersion): SchemaVersion {
  const own = versionOf(/pacemaker-[\d.]+/.exec(starts[start] as string)?.[0])
  return own !== undefined && start % 3 > 0 && schemasHere.includes(own) ? own : version
}

function versionNamed(root: { readonly attributes: XmlElement['attributes'] }): SchemaVersion | undefined {
  const named = versionOf(root.attributes.find(([name]) => name === 'validate-with')?.[1])
  return named !== undefined && schemasHere.includes(named) ? named : undefined
}

describeWithShared('corpus/scheduler', "validation and Pacemaker's schemas on real CIBs", () => {
  const names = readdirSync(scheduler)
  const texts = names.map((name) => readFileSync(`${scheduler}/${name}`, 'utf8'))
  const versions = !process.env.FUZZ ? (['1.2', '2.10', '3.0', '4.0'] as const) : schemasHere

  it('agree under the schema that each names', () => {
    const documents = names.flatMap((note, index) => {
      const text = texts[index] as string
      const version = versionOf(/validate-with="([^"]*)"/.exec(text)?.[1])
      return version === undefined || !schemasHere.includes(version) ? [] : [{ version, text, note }]
    })
    expect(documents.length).toBeGreaterThan(400)
    expect(differences(documents).found).toEqual([])
  })

  it(`agree under ${versions.join(', ')}`, () => {
    const documents = versions
      .filter((version) => schemasHere.includes(version))
      .flatMap((version) =>
        names.map((note, index) => {
          const text = renamed(withoutStatus(texts[index] as string), version)
          return { version, text, note }
        }),
      )
    const { accepted, rejected, found } = differences(documents)
    expect(found).toEqual([])
    expect(accepted).toBeGreaterThan(0)
    expect(rejected).toBeGreaterThan(0)
  })
})
