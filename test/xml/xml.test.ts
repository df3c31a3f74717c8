import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WritableElement } from '../../src/xml/element.js'
import { encodeComment } from '../../src/xml/escape.js'
import { parseXml } from '../../src/xml/parse.js'
import { writeXml } from '../../src/xml/write.js'
import { describeWith, run } from '../support/tools.js'

const runs = Number(process.env.FUZZ) || 300

const odd = fc.constantFrom(
  ...['"', "'", '&', '&amp;', '&#10;', '&lt;', '&copy;', '<', '>', ']]>', '\n', '\r', '\r\n', '\t', ' '],
  ...[
    '\u{1F600}',
    '\u00A0',
    '\uFEFF',
    '\uFFFD',
    '\u0085',
    '\u2028',
    '%',
    '$&',
    '`',
    '\\',
    '--',
    '-',
    '#',
    ';',
  ],
)
const plain = fc.string({ unit: 'grapheme-composite', maxLength: 6 })
/** Text that XML can represent, rich in what goes wrong. */
const representable = fc
  .array(fc.oneof(odd, plain), { maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((text) => /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text))
const name = fc.constantFrom(
  'a',
  'b',
  'a.b-c_d',
  'é',
  'toString',
  'hasOwnProperty',
  '_',
  'xml',
  '__proto__',
  'constructor',
)
const attributes = fc.uniqueArray(fc.tuple(name, representable), { selector: ([key]) => key, maxLength: 4 })
const comment = representable.filter((text) => !/--|-$|\r/.test(text))
const comments = fc.option(fc.array(comment, { minLength: 1, maxLength: 2 }), { nil: undefined })

const { element } = fc.letrec<{ element: WritableElement; children: readonly WritableElement[] }>((tie) => ({
  children: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('element'), { maxLength: 3 })),
  element: fc
    .record({ name, attributes, children: tie('children'), comments, closingComments: comments })
    .map(withoutUndefined),
}))

function withoutUndefined(item: Optional<WritableElement>): WritableElement {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as never
}

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** What was read, without offsets; a comment is one that can be seen. */
function plainOf(item: WritableElement): WritableElement {
  const { name, attributes, children, text, comments, closingComments } = item
  return withoutUndefined({
    name,
    attributes,
    children: children.map(plainOf),
    text,
    comments: comments?.map(encodeComment),
    closingComments: closingComments?.map(encodeComment),
  })
}

function written(root: WritableElement): string {
  const { output, diagnostics } = writeXml(root)
  expect(diagnostics).toEqual([])
  return output as string
}

describe('writing XML and reading it', () => {
  it('changes no name, value, comment or order', () => {
    fc.assert(
      fc.property(element, (root) => {
        const { output, diagnostics } = parseXml(written(root))
        expect(diagnostics).toEqual([])
        expect(plainOf(output as WritableElement)).toEqual(plainOf(root))
      }),
      { numRuns: runs },
    )
  })

  it('changes nothing among very many neighbours, which are printed in parts', () => {
    const leaves = Array.from({ length: 1234 }, (_, at) => ({
      name: `d${at}`,
      attributes: [['n', `${at}\n`] as const],
      children: at % 7 === 0 ? [{ name: 'e', attributes: [], children: [] }] : [],
      ...(at % 50 < 2 ? { comments: [`before ${at}`] } : {}),
    }))
    const root = ['c', 'b', 'a'].reduce<readonly WritableElement[]>(
      (children, name) => [{ name, attributes: [], children, closingComments: ['after all'] }],
      leaves,
    )[0] as WritableElement
    const text = written(root)
    expect(plainOf(parseXml(text).output as WritableElement)).toEqual(plainOf(root))
    expect(text.split('\n').filter((line) => /^ {6}<d/.test(line))).toHaveLength(leaves.length)
  })

  it('changes no text', () => {
    fc.assert(
      fc.property(
        representable.filter((text) => /[^ \t\r\n]/.test(text)),
        (text) => {
          const { output } = parseXml(written({ name: 'a', attributes: [], children: [], text }))
          expect(output?.text).toBe(text)
        },
      ),
      { numRuns: runs },
    )
  })

  it('keeps text beside elements', () => {
    const text = 'one & two'
    const child = { name: 'b', attributes: [], children: [] }
    const { output } = parseXml(written({ name: 'a', attributes: [], children: [child], text }))
    expect(output?.text).toBe(text)
  })
})

describeWith(['xmllint'], 'libxml2 reads what is written', () => {
  it('gives every attribute value and text as it was', () => {
    const values = fc.sample(representable, { numRuns: runs, seed: 1 })
    const children = values.map((value) => ({
      name: 'v',
      attributes: [['value', value] as const],
      children: [],
      ...(/[^ \t\r\n]/.test(value) ? { text: value } : {}),
    }))
    const { stdout } = run('xmllint', ['--c14n', '-'], written({ name: 'all', attributes: [], children }))
    const found = [...stdout.matchAll(/<v value="([^"]*)">([^<]*)<\/v>/g)]
    expect(found.map(([, value = '']) => fromCanonical(value))).toEqual(values)
    expect(found.map(([, , text = '']) => fromCanonical(text))).toEqual(
      values.map((value) => (/[^ \t\r\n]/.test(value) ? value : '')),
    )
  })
})

function fromCanonical(text: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return text.replace(/&(?:#x([0-9A-F]+)|(\w+));/g, (_, hex, entity) =>
    hex === undefined ? (characters[entity] as string) : String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}

type Case = [title: string, more: Partial<WritableElement>, code: string, path: string]

describe('what XML cannot represent', () => {
  const make = (more: Partial<WritableElement>): WritableElement => ({
    name: 'cib',
    attributes: [],
    children: [{ name: 'node', attributes: [['id', 'n"1']], children: [], ...more }],
  })
  const path = `/cib/node[@id='n"1']`
  const cases: Case[] = [
    ...['\0', '\x07', '\x1f', '\uD800', 'a\uDC00b', '\uFFFE', '\uFFFF'].map(
      (value): Case => [
        `the value ${JSON.stringify(value)}`,
        { attributes: [['x', `ok ${value}`]] },
        'xml-invalid-character',
        `/cib/node/@x`,
      ],
    ),
    ['text', { text: 'a\x01' }, 'xml-invalid-character', path],
    ['a comment', { comments: ['\x01'] }, 'xml-invalid-character', path],
    ['a carriage return in a comment', { comments: ['a\rb'] }, 'xml-invalid-character', path],
    ['-- in a comment', { comments: ['a--b'] }, 'xml-invalid-comment', path],
    ['- at the end of a comment', { closingComments: ['a-'] }, 'xml-invalid-comment', path],
    ['an element name', { name: 'a b' }, 'xml-invalid-name', `/cib/a b[@id='n"1']`],
    ['no name', { name: '' }, 'xml-invalid-name', `/cib/[@id='n"1']`],
    ['an attribute name', { attributes: [['1', 'x']] }, 'xml-invalid-name', '/cib/node'],
    ...['xmlns', 'xmlns:a', 'a:b'].map(
      (key): Case => [key, { attributes: [[key, 'x']] }, 'xml-invalid-name', '/cib/node'],
    ),
    [
      'an attribute twice',
      {
        attributes: [
          ['x', '1'],
          ['x', '2'],
        ],
      },
      'xml-duplicate-attribute',
      '/cib/node/@x',
    ],
    [
      'a value that libxml2 does not read',
      { attributes: [['x', 'x'.repeat(10_000_001)]] },
      'xml-limit',
      '/cib/node/@x',
    ],
  ]
  it.each(cases)('%s', (_, more, code, where) => {
    const { output, diagnostics } = writeXml(make(more))
    expect(output).toBeUndefined()
    expect(diagnostics.map((finding) => [finding.code, finding.path])).toEqual([[code, where]])
  })

  it('depth beyond any stack', () => {
    let root: WritableElement = { name: 'a', attributes: [], children: [] }
    for (let depth = 0; depth < 100_000; depth++) root = { name: 'a', attributes: [], children: [root] }
    expect(writeXml(root).diagnostics.map(({ code }) => code)).toEqual(['xml-limit'])
  })
})
