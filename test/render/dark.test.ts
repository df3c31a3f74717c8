import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, readCib, toSvg } from 'lightcib'
import { describe, expect, test } from 'vitest'
import { boxStyles, colours, darkColours, lineStyles } from '../../src/render/parts/theme.js'
import { root } from '../support/tools.js'

/** Contrast of two colours, as WCAG 2.1 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const dark = (colour: string) => darkColours[colour] ?? `${colour} has no dark colour`

describe.each([
  ['light', (colour: string) => colour],
  ['dark', dark],
] as const)('%s colours', (_, inTheme) => {
  test.each(Object.entries(boxStyles))('text in a box of %s can be read', (_name, { fill }) => {
    const texts = [colours.ink, colours.fine, colours.alarm]
    for (const text of texts.slice(0, fill === boxStyles.haproxy.fill ? 1 : 3)) {
      expect(contrast(inTheme(text), inTheme(fill))).toBeGreaterThan(4.5)
    }
  })

  test.each(Object.entries(lineStyles))('a line of %s can be seen', (_name, { stroke }) => {
    expect(contrast(inTheme(stroke), inTheme(colours.paper))).toBeGreaterThan(3)
  })
})

test('every colour of a picture has a dark one', async () => {
  const xml = readFileSync(join(root, 'fixtures/scenarios/kitchen-sink/cib.xml'))
  const svg = (await toSvg(readCib(xml).output as Cluster, { show: ['locations', 'fencing', 'nodes'] }))
    .output as string
  const used = new Set([...svg.matchAll(/ (?:fill|stroke)="(#[^"]*)"/g)].map(([, colour = '']) => colour))
  expect([...used].filter((colour) => !(colour in darkColours))).toEqual([])
})
