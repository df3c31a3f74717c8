import fc from 'fast-check'
import { type Cluster, readCib, toDot, toMermaid, toSvg } from 'lightcib'
import { describe, expect, test } from 'vitest'
import { unguarded, visible } from '../../src/render/parts/label.js'
import { pictureOf } from '../../src/render/picture/picture.js'
import type { XmlElement } from '../../src/xml/element.js'
import { parseXml } from '../../src/xml/parse.js'
import { hostileCluster, hostileText, hostileTexts } from '../support/hostile.js'
import { describeWith, run } from '../support/tools.js'
import { cibWith, unseenInXml } from '../support/unseen.js'

const texts = fc.uniqueArray(hostileText, { minLength: 2, maxLength: 6 })
const numRuns = Number(process.env.FUZZ ?? 25)

/** What a box shows of a text: every blank, and all but the end of a very long one. */
const shown = (text: string) => visible(text.trim() === '' ? `"${text}"` : text)
const isShownIn = (text: string, drawn: string) => {
  const [head = ''] = shown(text).split('…')
  return drawn.replaceAll('\u00a0', ' ').startsWith(head.slice(0, 90))
}

/** readCib drops text that is only white space. */
const titled = (text: string) => (visible(text).trim() === '' ? '' : visible(text))

describe('hostile texts', () => {
  const all = hostileCluster(hostileTexts)

  test('are drawn as they are in an SVG', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (ids) => {
        const svg = parseXml((await toSvg(hostileCluster(ids))).output as string).output as XmlElement
        const boxes = new Map(groups(svg).map((group) => [group.key, group]))
        ids.forEach((id, index) => {
          const { title, text } = boxes.get(`b${index}`) as Group
          expect([id, title, text, isShownIn(id, text)]).toEqual([id, titled(id), text, true])
        })
      }),
      { numRuns, examples: [[[...hostileTexts]]] },
    )
  })

  test('are quoted in Mermaid: only keys are outside of quotes', () => {
    fc.assert(
      fc.property(texts, (ids) => {
        const cluster = hostileCluster(ids)
        const [, , , kind, ...lines] = (toMermaid(cluster).output as string).split('\n')
        expect(kind).toBe('flowchart LR')
        for (const line of lines.slice(0, -1)) expect(line).toMatch(mermaidLine)
        const labels = lines.flatMap((line) => /^ {2}b\d+\["(.*)"\]:::\w+$/.exec(line)?.[1] ?? [])
        expect(labels.map(decodedId).map((id, index) => isShownIn(ids[index] as string, id))).toEqual(
          ids.map(() => true),
        )
      }),
      { numRuns: numRuns * 4, examples: [[[...hostileTexts]]] },
    )
  })

  test('give the same output each time', async () => {
    expect(toDot(all)).toEqual(toDot(all))
    expect(toMermaid(all)).toEqual(toMermaid(all))
    expect(await toSvg(all)).toEqual(await toSvg(all))
  })

  test('never become keys', () => {
    const { boxes, edges } = pictureOf(all)
    expect([...boxes, ...edges].filter(({ key }) => !/^[bxe]\d+$/.test(key))).toEqual([])
    expect(boxes).toHaveLength(hostileTexts.length)
  })
})

/** The same text in each value that is drawn. */
const everywhere: Readonly<Record<string, string>> = {
  'no text': '',
  'a blank': ' ',
  'a slash, after which an image has no name': '/',
  'what cannot be seen': unseenInXml.join(''),
  'text of 200,000 characters': 'x'.repeat(200_000),
  'text of 200,000 emojis': '😀'.repeat(200_000),
  'text of 200,000 quotes': '"'.repeat(200_000),
}

describeWith(['dot'], 'one text in each value', () => {
  test.each(Object.entries(everywhere))('%s is drawn', async (_, text) => {
    const cluster = readCib(cibWith(text)).output as Cluster
    const { stderr, status } = run('dot', ['-Tsvg'], toDot(cluster).output)
    expect([status, stderr.replace(/.*Fontconfig.*\n/g, '')]).toEqual([0, ''])
    const { output, diagnostics } = await toSvg(cluster)
    expect([diagnostics, parseXml(output as string).diagnostics]).toEqual([[], []])
    for (const line of (toMermaid(cluster).output as string).split('\n').slice(4, -1)) {
      expect(line).toMatch(mermaidLine)
    }
  })
})

describeWith(['dot', 'xmllint'], 'hostile texts in the programs that read them', () => {
  test('Graphviz draws them as they are', () => {
    fc.assert(
      fc.property(texts, (ids) => {
        const drawn = run('dot', ['-Tsvg'], toDot(hostileCluster(ids)).output)
        expect(drawn.stderr.replace(/.*Fontconfig.*\n/g, '')).toBe('')
        const svg = parseXml(drawn.stdout.replace(/<\?xml[^>]*>\s*<!DOCTYPE[^>]*>/, '')).output as XmlElement
        const boxes = new Map(groups(svg).map(({ title, text }) => [title, text]))
        ids.forEach((id, index) => {
          const text = unguarded(boxes.get(`b${index}`) ?? '')
          expect([id, text, isShownIn(id, text)]).toEqual([id, text, true])
        })
      }),
      { numRuns, examples: [[[...hostileTexts]]] },
    )
  })

  test('libxml2 reads the SVG', async () => {
    const svg = (await toSvg(hostileCluster(hostileTexts))).output as string
    expect(run('xmllint', ['--noout', '-'], svg)).toMatchObject({ status: 0, stderr: '' })
    expect(svg).not.toMatch(/<script/i)
  })
})

const label = '"(?:[^"#]|#\\d+;)*"'
const mermaidLine = new RegExp(
  `^ {2}(?:[bxj][\\d_x]+(?:\\[${label}\\]|>${label}\\]|\\{\\{${label}\\}\\})?(?::::\\w+)?` +
    `|[bxj][\\d_x]+ (?:x?--[->x]|x?-\\.-[>x]?)(?:\\|${label}\\|)? [bxj][\\d_x]+` +
    '|linkStyle [\\d,]+ [\\w:#,. -]+|classDef \\w+ [\\w:#,. -]+|style \\w+ [\\w:#,. -]+)$',
)

/** The id in a label: its first lines. */
function decodedId(label: string): string {
  const id = [...label.matchAll(/<b>(.*?)<\/b>/g)].map(([, line]) => line).join('')
  return unguarded(id.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))))
}

interface Group {
  readonly key: string
  readonly title: string
  /** What is drawn in it. */
  readonly text: string
}

/** Every group of an SVG. */
function groups(element: XmlElement): readonly Group[] {
  const own = { key: attribute(element, 'id'), title: titleOf(element), text: drawnText(element) }
  return [...(element.name === 'g' ? [own] : []), ...element.children.flatMap(groups)]
}

function attribute({ attributes }: XmlElement, wanted: string): string {
  return attributes.find(([name]) => name === wanted)?.[1] ?? ''
}

function titleOf({ children }: XmlElement): string {
  return children.find(({ name }) => name === 'title')?.text ?? ''
}

function drawnText(element: XmlElement): string {
  return element.name === 'text' ? (element.text ?? '') : element.children.map(drawnText).join('')
}
