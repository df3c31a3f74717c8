import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { decodeDocument } from '../../src/xml/decode.js'
import { parseXml } from '../../src/xml/parse.js'
import { writeXml } from '../../src/xml/write.js'
import { areEqual } from '../support/canonical.js'
import { seed } from '../support/properties.js'
import { describeWith, isFast, root, run } from '../support/tools.js'
import { wellFormed } from '../support/xmllint.js'

const runs = Number(process.env.FUZZ) || 400

const bytes = (...parts: (string | readonly number[] | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))))
const utf16 = (text: string, order: 'le' | 'be') => {
  const little = Buffer.from(text, 'utf16le')
  return order === 'le' ? little : little.swap16()
}

/** Documents with the expected result: the code of the error, or none. */
const table: Record<string, [document: string | Uint8Array, code: string | undefined]> = {
  'an empty file': ['', 'xml-syntax'],
  blanks: [' \n ', 'xml-syntax'],
  'a binary file': [bytes([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0xff, 0xfe]), 'xml-encoding'],
  'a file of zeros': [new Uint8Array(64), 'xml-invalid-character'],
  'a DOCTYPE': ['<!DOCTYPE cib><cib/>', 'xml-doctype'],
  'a DOCTYPE with entities': ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'xml-doctype'],
  'a tag that is not closed': ['<a><b></a>', 'xml-syntax'],
  'a root that is not closed': ['<a>', 'xml-syntax'],
  'an end tag alone': ['</a>', 'xml-syntax'],
  'a tag without its end': ['<a b="c"', 'xml-syntax'],
  'two roots': ['<a/><b/>', 'xml-syntax'],
  'text before the root': ['x<a/>', 'xml-syntax'],
  'text after the root': ['<a/>x', 'xml-syntax'],
  'a reference after the root': ['<a/>&#32;', 'xml-syntax'],
  'an attribute twice': ['<a b="1" c="2" b="1"/>', 'xml-syntax'],
  'an attribute without quotes': ['<a b=1/>', 'xml-syntax'],
  'an attribute without value': ['<a b/>', 'xml-syntax'],
  'attributes without space': ['<a b="1"c="2"/>', 'xml-syntax'],
  'an attribute of an end tag': ['<a></a b="1">', 'xml-syntax'],
  'a quote that is not closed': ['<a b="1/>', 'xml-syntax'],
  '< in a value': ['<a b="<"/>', 'xml-syntax'],
  'an entity of HTML': ['<a b="&copy;"/>', 'xml-syntax'],
  'an entity of HTML in text': ['<a>&copy;</a>', 'xml-syntax'],
  'a bare &': ['<a b="a & b"/>', 'xml-syntax'],
  'a reference without ;': ['<a b="&amp"/>', 'xml-syntax'],
  'an upper-case X': ['<a b="&#X41;"/>', 'xml-syntax'],
  'an empty reference': ['<a b="&#;"/>', 'xml-syntax'],
  '&#0;': ['<a b="&#0;"/>', 'xml-invalid-character'],
  'a surrogate by number': ['<a b="&#xD800;"/>', 'xml-invalid-character'],
  'a number beyond Unicode': ['<a b="&#x110000;"/>', 'xml-invalid-character'],
  'a number beyond numbers': [`<a b="&#${'9'.repeat(400)};"/>`, 'xml-invalid-character'],
  'a control character': ['<a b="\x07"/>', 'xml-invalid-character'],
  'U+FFFE': ['<a>\uFFFE</a>', 'xml-invalid-character'],
  '-- in a comment': ['<!-- a -- b --><a/>', 'xml-syntax'],
  'a comment with three dashes': ['<!-- a ---><a/>', 'xml-syntax'],
  'a comment that is not closed': ['<a><!-- </a>', 'xml-syntax'],
  ']]> in text': ['<a>]]></a>', 'xml-syntax'],
  'CDATA outside': ['<![CDATA[x]]><a/>', 'xml-syntax'],
  'CDATA that is not closed': ['<a><![CDATA[</a>', 'xml-syntax'],
  'an unknown <!': ['<a><!ELEMENT b></a>', 'xml-syntax'],
  'a name with a digit first': ['<1a/>', 'xml-syntax'],
  'a name with a blank first': ['< a/>', 'xml-syntax'],
  'an end tag with a blank first': ['<a></ a>', 'xml-syntax'],
  'an instruction without name': ['<? a?><a/>', 'xml-syntax'],
  'an instruction named xml': ['<a><?xml x?></a>', 'xml-syntax'],
  'an instruction that is not closed': ['<?a <a/>', 'xml-syntax'],
  'a declaration after a blank': [' <?xml version="1.0"?><a/>', 'xml-syntax'],
  'a declaration without version': ['<?xml encoding="UTF-8"?><a/>', 'xml-syntax'],
  'a declaration in the wrong order': [
    '<?xml version="1.0" standalone="yes" encoding="UTF-8"?><a/>',
    'xml-syntax',
  ],
  'XML 2.0': ['<?xml version="2.0"?><a/>', 'xml-syntax'],
  'XML 1.1 with its own characters': ['<?xml version="1.1"?><a b="&#1;"/>', 'xml-invalid-character'],
  'invalid UTF-8': [bytes('<a b="', [0xff], '"/>'), 'xml-encoding'],
  'overlong UTF-8': [bytes('<a b="', [0xc0, 0x80], '"/>'), 'xml-encoding'],
  'a surrogate in UTF-8': [bytes('<a b="', [0xed, 0xa0, 0x80], '"/>'), 'xml-encoding'],
  'a byte that is no ASCII': [
    bytes('<?xml version="1.0" encoding="US-ASCII"?><a b="', [0xe9], '"/>'),
    'xml-encoding',
  ],
  'UTF-16 that names ISO-8859-1': [
    bytes([0xff, 0xfe], utf16('<?xml version="1.0" encoding="ISO-8859-1"?><a b="é"/>', 'le')),
    'xml-encoding',
  ],
  'UTF-16 that names the other order': [
    utf16('<?xml version="1.0" encoding="UTF-16LE"?><a b="é"/>', 'be'),
    'xml-encoding',
  ],
  'UTF-16 in name only': [bytes('<?xml version="1.0" encoding="UTF-16"?><a/>'), 'xml-encoding'],
  'an unknown encoding': [bytes('<?xml version="1.0" encoding="foo"?><a/>'), 'xml-encoding'],
  '100,000 elements inside one another': [`${'<a>'.repeat(1e5)}${'</a>'.repeat(1e5)}`, 'xml-limit'],
  '258 elements inside one another': [`${'<a>'.repeat(258)}${'</a>'.repeat(258)}`, 'xml-limit'],
  '257 elements inside one another': [`${'<a>'.repeat(257)}${'</a>'.repeat(257)}`, undefined],
  'a value of 50 MB': [`<a b="${'x'.repeat(5e7)}"/>`, 'xml-limit'],
  'a value of 9 MB': [`<a b="${'x'.repeat(9e6)}"/>`, undefined],
  'a text of 50 MB': [`<a>${'x'.repeat(5e7)}</a>`, 'xml-limit'],
  'a comment of 50 MB': [`<a><!--${'x'.repeat(5e7)}--></a>`, 'xml-limit'],
  'a name of 60 KB': [`<${'x'.repeat(6e4)}/>`, 'xml-limit'],
  'plain XML': ['<a b="1"><c/>text</a>', undefined],
  'XML with everything': [
    '\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- a --><a\tb = \'"\' ><![CDATA[<&]]>&#x41;&amp;</a >\n<!--b-->',
    undefined,
  ],
  'XML 1.1': ['<?xml version="1.1"?><a/>', undefined],
  'names of JavaScript': [
    '<toString hasOwnProperty="1" __proto__="2"><__proto__ constructor="3"/><constructor/></toString>',
    undefined,
  ],
  ']]> in a value': ['<a b="]]>"/>', undefined],
  'a prefix': ['<a:b c:d="1"/>', undefined],
  'an instruction': ['<?a b?><a/>', undefined],
  'a byte order mark': [bytes([0xef, 0xbb, 0xbf], '<a b="é"/>'), undefined],
  'UTF-16 with its mark, little end first': [bytes([0xff, 0xfe], utf16('<a b="é"/>', 'le')), undefined],
  'UTF-16 with its mark, big end first': [bytes([0xfe, 0xff], utf16('<a b="é"/>', 'be')), undefined],
  'UTF-16 without mark': [utf16('<?xml version="1.0" encoding="UTF-16"?><a b="é"/>', 'le'), undefined],
  'UTF-16 that names its order': [
    utf16('<?xml version="1.0" encoding="UTF-16BE"?><a b="é"/>', 'be'),
    undefined,
  ],
  'UTF-16 that names UTF-8': [
    bytes([0xff, 0xfe], utf16('<?xml version="1.0" encoding="UTF-8"?><a b="é"/>', 'le')),
    undefined,
  ],
  'ISO-8859-1': [bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a b="', [0xe9], '"/>'), undefined],
}

/** Rejected here and accepted by libxml2, on purpose. */
const stricter: Record<string, [document: string | Uint8Array, code: string]> = {
  'a document type, which libxml2 reads': ['<!DOCTYPE cib><cib/>', 'xml-doctype'],
  'an entity of its own': ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'xml-doctype'],
  'half a character of UTF-16': [bytes([0xff, 0xfe], utf16('<a/>', 'le'), [0x3c]), 'xml-encoding'],
  'a zero after the root': ['<a/>\0', 'xml-invalid-character'],
  'a mark and another encoding': [
    bytes([0xef, 0xbb, 0xbf], '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'),
    'xml-encoding',
  ],
  'an encoding of Windows': [
    bytes('<?xml version="1.0" encoding="windows-1252"?><a b="', [0x80], '"/>'),
    'xml-encoding',
  ],
}

function codeOf(document: string | Uint8Array): string | undefined {
  const decoded = decodeDocument(document)
  const { output, diagnostics } = decoded.output === undefined ? decoded : parseXml(decoded.output)
  const [finding] = diagnostics.filter(({ severity }) => severity === 'error')
  expect(output === undefined).toBe(finding !== undefined)
  if (finding !== undefined) expect(finding.position?.column).toBeGreaterThan(0)
  return finding?.code
}

describe('hostile XML', () => {
  it.each(Object.entries(table))('%s', (_, [document, code]) => {
    expect(codeOf(document)).toBe(code)
  })

  it.each(Object.entries(stricter))('%s', (_, [document, code]) => {
    expect(codeOf(document)).toBe(code)
  })

  it.skipIf(isFast)('stays within a gigabyte', () => {
    const script = `import { readFileSync } from 'node:fs'
      import { readCib } from '${root}dist/index.js'
      for (const file of process.argv.slice(1)) readCib(readFileSync(file))
      console.log(process.resourceUsage().maxRSS)`
    const folder = mkdtempSync(join(tmpdir(), 'lightcib-'))
    try {
      const files = Object.values(table).map(([document], index) => {
        writeFileSync(join(folder, `${index}.xml`), document)
        return join(folder, `${index}.xml`)
      })
      const { stdout, stderr } = run(process.execPath, ['--input-type=module', '-e', script, ...files])
      expect(stderr).toBe('')
      expect(Number(stdout)).toBeGreaterThan(100_000)
      expect(Number(stdout)).toBeLessThan(1_000_000)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('reports each of very many unknown attributes and elements, with its place', () => {
    const names = Array.from({ length: 150_000 }, (_, index) => `a${index}`)
    const attributes = names.map((name) => `${name}=""`).join('\n')
    const elements = names.map(() => '<x/>').join('\n')
    for (const inside of [`<resources\n${attributes}/>`, `<resources>\n${elements}</resources>`]) {
      const document = `<cib validate-with="pacemaker-3.9"><configuration>${inside}</configuration></cib>`
      const { diagnostics } = readCib(document, { validate: true })
      const unknown = diagnostics.filter(({ code }) => code.startsWith('unknown-'))
      expect(unknown).toHaveLength(names.length)
      expect(unknown.at(-1)).toMatchObject({ position: { line: names.length + 1, column: 1 } })
    }
  })

  it('pollutes no prototype', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString']
    const attributes = names.map((name) => `${name}="polluted"`).join(' ')
    readCib(`<cib ${attributes}><configuration><resources ${attributes}/></configuration></cib>`)
    for (const name of names) readCib(`<cib><configuration/><${name} polluted="1"/></cib>`)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(String({})).toBe('[object Object]')
  })

  it('reports the position', () => {
    const { diagnostics } = parseXml('<a>\r\n  <b c="é&copy;"/>\r\n</a>')
    expect(diagnostics).toMatchObject([{ code: 'xml-syntax', position: { line: 2, column: 10 } }])
  })
})

describe('encodings', () => {
  const marked = Object.entries(table).filter(([title]) => /byte order|UTF-16|ISO-8859/.test(title))
  it.each(marked.filter(([, [, code]]) => code === undefined))('%s: decoded', (_, [document]) => {
    const { output: text = '' } = decodeDocument(document)
    expect(parseXml(text).output?.attributes).toEqual([['b', 'é']])
  })
})

const scenarios = `${root}fixtures/scenarios`
const names = readdirSync(scenarios).filter((name) => existsSync(`${scenarios}/${name}/cib.xml`))

/** A real document with one piece taken out, doubled, or replaced by something that means a lot to XML. */
const mutated = fc
  .record({
    name: fc.constantFrom(...names),
    at: fc.nat({ max: 1e6 }),
    length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat({ max: 30 })),
    piece: fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '/',
        '--',
        ']]>',
        '<!--',
        '-->',
        '<![CDATA[',
        '<?x ',
        '?>',
        '\0',
      ),
      fc.constantFrom(
        ' ',
        '\t',
        '=',
        ':',
        ';',
        '&#',
        '&amp;',
        '&#x41;',
        '\uFFFF',
        '\uD800',
        '<a>',
        '</a>',
        'é',
        '\r',
      ),
      fc.constantFrom(
        '<?xml version="1.0"?>',
        ' id="x"',
        ' id=""',
        "a='b'",
        '',
        '<a/>',
        '<!',
        '</',
        '.',
        '-1',
      ),
    ),
    twice: fc.boolean(),
  })
  .map(({ name, at, length, piece, twice }) => {
    const text = shortened(readFileSync(`${scenarios}/${name}/cib.xml`, 'utf8'))
    const from = at % text.length
    const middle = twice ? text.slice(from, from + length) : ''
    return text.slice(0, from) + middle + piece + middle + text.slice(from + length)
  })

/** The start and the end of a document without its middle, so that a change falls on each kind of place. */
function shortened(text: string): string {
  const middle = text.indexOf('</primitive>')
  const rest = text.lastIndexOf('<primitive')
  return middle === -1 || rest < middle ? text : text.slice(0, middle + 12) + text.slice(rest)
}

describeWith(['xmllint'], 'libxml2 and this reader', () => {
  it('agree on the table', () => {
    const titles = Object.keys(table).filter((title) => table[title]?.[1] !== 'xml-doctype')
    const verdicts = wellFormed(titles.map((title) => table[title]?.[0] ?? ''))
    expect(titles.filter((_, index) => verdicts[index])).toEqual(
      titles.filter((title) => table[title]?.[1] === undefined),
    )
  })

  it('differ where this reader is stricter', () => {
    expect(wellFormed(Object.values(stricter).map(([document]) => document))).not.toContain(false)
  })

  it(`agree on ${runs} changed documents (SEED=${seed})`, () => {
    const documents = fc.sample(mutated, { numRuns: runs, seed })
    const verdicts = wellFormed(documents)
    const differences = documents.filter(
      (text, index) => (codeOf(Buffer.from(text)) === undefined) !== verdicts[index],
    )
    expect(differences).toEqual([])
    expect(verdicts).toContain(true)
    expect(verdicts).toContain(false)
    expect(differencesWhenWritten(documents)).toEqual([])
  })
})

/** The documents that another parser reads otherwise after they were read and written here. */
function differencesWhenWritten(documents: readonly string[]): readonly string[] {
  const pairs = documents.flatMap((document) => {
    const { output } = parseXml(document)
    const copy = output && writeXml(output).output
    return copy === undefined ? [] : [[document, copy] as const]
  })
  expect(pairs.length).toBeGreaterThan(runs / 20)
  const verdicts = areEqual(pairs)
  return pairs.filter((_, index) => !verdicts[index]).map(([document]) => document)
}
