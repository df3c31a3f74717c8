import { escapeUnseen } from '../../diagnostics/unseen.js'
import type { WritableElement } from '../../xml/element.js'
import { writeXml } from '../../xml/write.js'
import type { Checked, CheckedInput } from './checked.js'

type Finding = Checked['diagnostics'][number] | Checked['suppressed'][number]
type Outcome = 'failure' | 'error' | 'skipped' | 'system-out'

/**
 * `--format junit`: a suite for each input and each configuration with findings. An error is a failed test, what is suppressed a
 * skipped one, any other finding a passed one with output: the tests fail where `check` does. A suite without findings has one
 * test that passed.
 */
export function toJunit(checked: Checked): string {
  const { inputs, diagnostics, suppressed } = checked
  const findings: readonly Finding[] = [...diagnostics, ...suppressed]
  const files = new Set([...inputs.map(({ file }) => file), ...findings.map(({ file }) => file)])
  const suites = [...files].map((file) =>
    suiteOf(
      file,
      findings.filter((finding) => finding.file === file),
      (finding) => outcomeOf(finding, inputs, checked.warningsFail),
    ),
  )
  const total = (outcome: Outcome) =>
    suites.reduce((sum, suite) => sum + countOf(suite.children, outcome), 0).toString()
  const tests = suites.reduce((sum, { children }) => sum + children.length, 0).toString()
  const root = element(
    'testsuites',
    { name: 'lightcib', tests, failures: total('failure'), errors: total('error') },
    suites,
  )
  const written = writeXml(root)
  if (!written.ok) throw new Error('findings that XML cannot represent')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written.output}`
}

function outcomeOf(finding: Finding, inputs: readonly CheckedInput[], warningsFail: boolean): Outcome {
  if ('reason' in finding) return 'skipped'
  if (inputs.some(({ file, usable }) => file === finding.file && !usable)) return 'error'
  const fails = finding.severity === 'error' || (finding.severity === 'warning' && warningsFail)
  return fails ? 'failure' : 'system-out'
}

function suiteOf(
  file: string,
  findings: readonly Finding[],
  outcome: (finding: Finding) => Outcome,
): WritableElement {
  const names = new Map<string, number>()
  const cases = findings.map((finding) => {
    const { code, path } = finding
    const base = path === '/' ? code : `${code} at ${path}`
    const number = (names.get(base) ?? 0) + 1
    names.set(base, number)
    const name = number === 1 ? base : `${base} (${number})`
    return element('testcase', { name, classname: file }, [resultOf(finding, outcome(finding))])
  })
  const all = cases.length === 0 ? [element('testcase', { name: 'check', classname: file }, [])] : cases
  const count = (kind: Outcome) => countOf(all, kind).toString()
  return element(
    'testsuite',
    {
      name: file,
      tests: all.length.toString(),
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
    },
    all,
  )
}

function resultOf(finding: Finding, outcome: Outcome): WritableElement {
  const { file, code, severity, message, path, position, hint, related = [] } = finding
  const place = position === undefined ? file : `${position.file ?? file}:${position.line}:${position.column}`
  const text = [
    `${place}: ${severity}[${code}]: ${message}`,
    ...(path === '/' ? [] : [`at ${path}`]),
    ...related.map((other) => other.message),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ]
    .map(escapeUnseen)
    .join('\n')
  if (outcome === 'system-out') return element(outcome, {}, [], text)
  if ('reason' in finding) return element(outcome, { message: finding.reason }, [], text)
  return element(outcome, { message, type: code }, [], text)
}

function countOf(cases: readonly WritableElement[], outcome: Outcome): number {
  return cases.filter(({ children }) => children.some(({ name }) => name === outcome)).length
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly WritableElement[],
  text?: string,
): WritableElement {
  return {
    name,
    attributes: Object.entries(attributes).map(([key, value]) => [key, escapeUnseen(value)]),
    children,
    ...(text !== undefined && { text }),
  }
}
