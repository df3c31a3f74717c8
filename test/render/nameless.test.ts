import { readCib, toDot, toHtml, toMermaid, toSvg } from 'lightcib'
import { describe, expect, test } from 'vitest'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'

const dummy = 'class="ocf" provider="pacemaker" type="Dummy"'
const cib = cibText({
  resources: [
    `<primitive ${dummy}/>`,
    `<group>${xml.primitive('a')}</group>`,
    `<group id="g"><primitive ${dummy}/>${xml.primitive('b')}</group>`,
    `<clone id="c"><primitive ${dummy}/></clone>`,
    `<clone>${xml.primitive('d')}</clone>`,
  ],
  constraints: [xml.order('o1', 'a', 'b'), xml.order('o2', 'd', 'c')],
})

describe('resources without an id', () => {
  const cluster = readCib(cib).output as Cluster

  test.each([
    ['DOT', toDot],
    ['Mermaid', toMermaid],
    ['SVG', toSvg],
    ['HTML', toHtml],
  ] as const)('are findings, and not in %s', async (_, render) => {
    for (const by of ['resource', 'action'] as const) {
      const { ok, diagnostics } = await render(cluster, { by })
      expect(ok).toBe(true)
      expect(diagnostics.map(({ code }) => code)).toEqual(Array(5).fill('missing-attribute'))
    }
  })
})
