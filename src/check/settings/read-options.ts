import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { quote } from '../../diagnostics/quote.js'
import type { Policy } from '../../model/index.js'
import type { Rule } from '../rule.js'
import { packs as knownPacks } from '../rules/index.js'
import { codesWith, isAdjustable } from './codes.js'
import type { CheckOptions, Pack, RuleSelection, Suppression } from './options.js'
import { type Keys, type SettingsReader, settingsReader } from './settings-reader.js'

const optionKeys: Keys<CheckOptions> = { policies: 'child', rules: 'child', own: 'child', suppress: 'child' }
const ruleKeys: Keys<RuleSelection> = { set: 'child', packs: 'child', severities: 'child', only: 'child' }
const suppressionKeys: Keys<Suppression> = { code: 'child', id: 'child', reason: 'child' }

const sets = ['recommended', 'strict'] as const
const packNames = Object.keys(knownPacks) as readonly Pack[]
const severityNames = ['off', 'info', 'warning', 'error'] as const

/** The options of `check` that can be used, and a finding for each that cannot; `of` names what has them. */
export function readOptions(
  given: unknown,
  of: string,
): { readonly options: CheckOptions; readonly findings: readonly Diagnostic[] } {
  const reader = settingsReader()
  const { policies, rules, own, suppress } = reader.fields(given, of, optionKeys)
  const ownRules = readOwn(reader, own, `own of ${of}`)
  const codes = codesWith({ own: ownRules })
  const options = {
    own: ownRules,
    rules: rules === undefined ? {} : readSelection(reader, rules, codes, of),
    suppress: readSuppressions(reader, suppress, codes, `suppress of ${of}`),
    ...(policies !== undefined && { policies: readPolicies(reader, policies, `policies of ${of}`) }),
  }
  return { options, findings: reader.findings }
}

function readSelection(
  reader: SettingsReader,
  given: unknown,
  codes: ReadonlySet<string>,
  of: string,
): RuleSelection {
  const { set, packs, severities = {}, only } = reader.fields(given, `rules of ${of}`, ruleKeys)
  const chosen: Record<string, (typeof severityNames)[number]> = {}
  for (const [code, severity] of Object.entries(reader.fields(severities, `rules.severities of ${of}`))) {
    const what = `the severity of ${quote(code)}`
    if (!reader.isCode(code, codes, `rules.severities of ${of}`)) continue
    if (!reader.isOneOf(severity, severityNames, what)) continue
    if (isAdjustable(code) || severity === 'error') chosen[code] = severity
    else reader.invalid(severity, what, '"error": single findings can be suppressed with a reason')
  }
  const codesIn = (list: unknown) =>
    reader
      .list(list, `rules.only of ${of}`)
      .filter((code) => reader.isCode(code, codes, `rules.only of ${of}`))
  const packsIn = (list: unknown) =>
    reader
      .list(list, `rules.packs of ${of}`)
      .filter((pack): pack is Pack => reader.isOneOf(pack, packNames, `a pack in rules.packs of ${of}`))
  return {
    severities: chosen,
    ...(packs !== undefined && { packs: packsIn(packs) }),
    ...(set !== undefined && reader.isOneOf(set, sets, `rules.set of ${of}`) && { set }),
    ...(only !== undefined && { only: codesIn(only) }),
  }
}

function readOwn(reader: SettingsReader, given: unknown, of: string): readonly Rule[] {
  const used = new Set(codesWith({}))
  return reader.list(given, of).filter((rule): rule is Rule => {
    const { code, start } = (rule ?? {}) as Partial<Rule>
    if (typeof code !== 'string' || typeof start !== 'function') {
      reader.invalid(rule, `a rule in ${of}`, 'what defineRule() returns')
      return false
    }
    if (used.has(code)) reader.invalid(code, `the code of a rule in ${of}`, 'one that no other rule has')
    used.add(code)
    return true
  })
}

function readPolicies(reader: SettingsReader, given: unknown, of: string): readonly Policy[] {
  return reader.list(given, of).filter((policy): policy is Policy => {
    if (typeof (policy as Partial<Policy> | null)?.check === 'function') return true
    reader.invalid(policy, `a policy in ${of}`, 'what vipWithHaproxy() or another policy returns')
    return false
  })
}

function readSuppressions(
  reader: SettingsReader,
  given: unknown,
  codes: ReadonlySet<string>,
  of: string,
): readonly Suppression[] {
  return reader.list(given, of).filter((suppression): suppression is Suppression => {
    const { code, id, reason } = reader.fields(suppression, `an item in ${of}`, suppressionKeys)
    if (!reader.isCode(code, codes, of)) return false
    if (typeof id !== 'string') reader.invalid(id, `the id of an item in ${of}`, 'the id of an element')
    else if (isReason(reason)) return true
    else reader.findings.push(diagnostic('unreasoned-suppression', '/cib', { code }))
    return false
  })
}

/** True for a text that gives a reason. */
export function isReason(reason: unknown): reason is string {
  return typeof reason === 'string' && reason.trim() !== ''
}
