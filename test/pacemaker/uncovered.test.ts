import type { Diagnostic } from 'lightcib'
import { expect, test } from 'vitest'
import { uncoveredMessages } from '../../src/pacemaker/uncovered.js'

const finding = (
  severity: Diagnostic['severity'],
  message: string,
  id = 'web',
  code = 'some-code',
): Diagnostic => ({
  code,
  severity,
  message,
  path: `/cib/configuration/resources/primitive[@id="${id}"]`,
})
const left = (message: string, ...findings: readonly Diagnostic[]) =>
  uncoveredMessages([{ severity: 'error', message }], findings).length

test.each([
  ['an id in quotes', "Ignoring 'web' because it is wrong", finding('error', 'no')],
  ['a short id in quotes', "Ignoring 'a' because it is wrong", finding('error', 'no', 'a')],
  ['a value that both quote', "'soon' is no time", finding('error', 'timeout is "soon"')],
  ['a name with a hyphen', 'cluster-delay is wrong', finding('error', 'the value of "cluster-delay" is "x"')],
  ['fencing', 'nothing starts without STONITH', finding('error', 'no device', 'p', 'fencing-no-device')],
])('%s connects a message with a finding', (_what, message, found) => {
  expect(left(message, found)).toBe(0)
  expect(left(message)).toBe(1)
})

test('a finding of less severity, or about something else, does not cover an error', () => {
  expect(left("Ignoring 'web'", finding('warning', 'no'))).toBe(1)
  expect(left("Ignoring 'web'", finding('error', 'no', 'db'))).toBe(1)
  expect(left('a resource is wrong', finding('error', '"a" has no "resource"', 'a'))).toBe(1)
})
