import {
  type Cluster,
  check,
  type Diagnostic,
  type Result,
  readCib,
  reduce,
  reductionReport,
  toDot,
  toHtml,
  toMermaid,
  toPcs,
  toSource,
  toSvg,
  writeCib,
} from 'lightcib'
import { expect, test } from 'vitest'
import { cibWith, unseenIn, unseenInXml, validCibWith } from './support/unseen.js'

const cib = cibWith(unseenInXml.join(''))
const { output, diagnostics: read } = readCib(cib, { validate: true })
const cluster = output as Cluster
const valid = readCib(validCibWith(unseenInXml.join(''))).output as Cluster

const outputs: readonly (readonly [name: string, print: () => Result<string> | Promise<Result<string>>])[] = [
  ['CIB', () => writeCib(cluster)],
  ['DOT', () => toDot(cluster)],
  ['Mermaid', () => toMermaid(cluster)],
  ['SVG', () => toSvg(cluster)],
  ['HTML', () => toHtml(cluster)],
  ['script of commands', () => toPcs(valid)],
  ['script with XML', () => toPcs(valid, { strategy: 'xml' })],
  ['source', () => toSource(cluster)],
]

test.each(outputs)('no unseen character gets into the %s', async (_, print) => {
  const { output: text = '', diagnostics } = await print()
  expect(unseenIn(text)).toEqual([])
  expect(unseenIn(messages(diagnostics))).toEqual([])
  expect(text.length).toBeGreaterThan(500)
})

test('no unseen character gets into a message or a report', () => {
  const findings = [...read, ...check(cluster)]
  expect(findings.length).toBeGreaterThan(5)
  expect(unseenIn(messages(findings))).toEqual([])
  const { output: reduction } = reduce(cluster, { keep: [`a${unseenInXml.join('')}`] })
  const report = reduction === undefined ? '' : reductionReport(reduction)
  expect(report).toContain('Resources that leave Pacemaker: 2')
  expect(unseenIn(report)).toEqual([])
})

test('a CIB with unseen characters reads back as it was', () => {
  const { output: again } = readCib(writeCib(cluster).output as string)
  expect({ ...again, extra: undefined }.configuration?.nodes).toEqual(cluster.configuration.nodes)
  expect(again?.configuration.constraints).toEqual(cluster.configuration.constraints)
})

function messages(findings: readonly Diagnostic[]): string {
  return findings.map(({ message }) => message).join('\n')
}
