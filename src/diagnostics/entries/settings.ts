import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** What `check` is asked to do: its options, a configuration file, and suppressions. */
export const settingsEntries = {
  'unknown-code': entry({
    severity: 'error',
    about: 'The options of check, or a configuration file, name a code that no finding has.',
    message: ({ of, code }: { of: string; code: string; near: string | undefined }) =>
      `unknown code ${quote(code)} in ${of}: no finding has it`,
    hint: ({ near }) =>
      near === undefined
        ? 'docs/diagnostics.md and docs/rules have all codes'
        : `did you mean ${quote(near)}?`,
  }),
  'invalid-setting': entry({
    severity: 'error',
    about: 'The options of check, or a configuration file, have a value that is not allowed. It is ignored.',
    message: ({
      of,
      value,
      expected,
    }: {
      of: string
      value: string
      expected: string
      near?: string | undefined
    }) => `${of} is ${value}: expected ${expected}`,
    hint: ({ near }) => (near === undefined ? undefined : `did you mean ${quote(near)}?`),
  }),
  'unreasoned-suppression': entry({
    severity: 'error',
    about: 'A suppression has no reason. It is ignored.',
    message: ({ code }: { code: string }) => `the suppression of ${quote(code)} has no reason: it is ignored`,
    hint: () => 'give the reason why the finding is accepted',
  }),
  'unused-suppression': entry({
    severity: 'warning',
    about:
      'A suppression leaves nothing out: what it is about was corrected, or its code or id is another one.',
    message: ({ code, id }: { code: string; id?: string; near?: string | undefined }) =>
      id === undefined
        ? `the suppression of ${quote(code)} leaves nothing out: there is no such finding here`
        : `the suppression of ${quote(code)} leaves nothing out: there is no such finding on ${quote(id)}`,
    hint: ({ near }) => (near === undefined ? 'remove it' : `did you mean ${quote(near)}?`),
  }),
  'rule-failed': entry({
    severity: 'error',
    about: 'A rule of a configuration file throws an error; what it looks for is not checked.',
    message: ({ rule, reason }: { rule: string; reason: string }) =>
      `the rule ${quote(rule)} failed: ${reason}`,
  }),
  'policy-failed': entry({
    severity: 'error',
    about: 'A policy throws an error or returns no findings; what it requires is not checked.',
    message: ({ policy, reason }: { policy: string; reason: string }) =>
      `the policy ${quote(policy)} failed: ${reason}`,
  }),
} as const
