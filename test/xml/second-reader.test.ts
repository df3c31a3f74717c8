import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import type { XmlElement } from '../../src/xml/element.js'
import { parseXml } from '../../src/xml/parse.js'
import { richCibs } from '../support/rich-cibs.js'
import { describeWithShared, root, sharedPath } from '../support/tools.js'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 257,
  processEntities: { enabled: true, maxTotalExpansions: 1e6, maxExpandedLength: 1e9 },
})

interface Plain {
  readonly name: string
  readonly attributes: readonly (readonly [string, string])[]
  readonly children: readonly Plain[]
}

/** What fast-xml-parser makes of a document. */
function secondReading(text: string): Plain | undefined {
  return elementsIn(parser.parse(text) as Record<string, unknown>[])[0]
}

function elementsIn(nodes: readonly Record<string, unknown>[]): Plain[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@') as string
    if (name === '#text') return []
    const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>)
    return [{ name, attributes, children: elementsIn(node[name] as Record<string, unknown>[]) }]
  })
}

function firstReading(text: string): Plain | undefined {
  const { output } = parseXml(text)
  return output && plain(output)
}

function plain({ name, attributes, children }: XmlElement): Plain {
  return { name, attributes, children: children.map(plain) }
}

const scenarios = `${root}fixtures/scenarios`
const written = readdirSync(scenarios)
  .map((name) => `${scenarios}/${name}/cib.xml`)
  .filter((file) => existsSync(file))
  .map((file) => readFileSync(file, 'utf8'))

describe('fast-xml-parser', () => {
  it.each([...richCibs, ...written].map((text, index) => [index, text] as const))(
    'sees the same in CIB %i',
    (_, text) => {
      expect(firstReading(text)).toEqual(secondReading(text))
    },
  )
})

describeWithShared('corpus/scheduler', 'fast-xml-parser on real CIBs', () => {
  it('sees the same', () => {
    const folder = sharedPath('corpus/scheduler')
    const different = readdirSync(folder).filter((name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8')
      return JSON.stringify(firstReading(text)) !== JSON.stringify(secondReading(text))
    })
    expect(different).toEqual([])
  })
})
