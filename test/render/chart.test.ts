import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { toBarChart } from '../../src/render/chart/to-bar-chart.js'

test('bars are as long as their numbers, whatever the labels are called', () => {
  const label = '</text><script>alert(1)</script>&"\u{202e}'
  const svg = toBarChart({ title: 'A < B', names: ['a&b', 'c'], rows: [{ label, values: [10, 5] }] })
  const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(svg, true)
  const lengths = root.rect.map((rect: Record<string, string>) => Number(rect['@_width']))
  expect(lengths.slice(-2)).toEqual([400, 200])
  expect(root.script).toBeUndefined()
  expect(svg).not.toContain('\u{202e}')
  expect(root.text.map((text: Record<string, unknown>) => String(text['#text']))).toContain('a&b')
})
