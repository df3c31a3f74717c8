import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, type Diagnostic, readCib, type Severity } from 'lightcib'
import { beforeAll, expect, test } from 'vitest'
import { crmVerify, type Verified } from '../support/crm-verify.js'
import { describeWith, describeWithShared, sharedPath } from '../support/tools.js'

const findings = (text: string): readonly Diagnostic[] => {
  const { output, diagnostics } = readCib(text, { validate: true })
  return [...diagnostics, ...(output === undefined ? [] : check(output, { policies: [] }))]
}

const errorsOf = (text: string) => findings(text).filter(({ severity }) => severity === 'error')

/** The functions of crm_verify whose errors are about what has happened, not about the configuration. */
const aboutHistory: readonly string[] = [
  'pcmk__primitive_create_actions',
  'check_recoverable',
  'unpack_rsc_op',
  'distribute_children',
]

/** The same for warnings; that a node is to be fenced has a test of its own. */
const warningsAboutHistory = [
  ...aboutHistory,
  'unpack_rsc_op_failure',
  'pcmk__threshold_reached',
  'pe_fence_node',
  'schedule_fencing',
]

/** For each function of crm_verify that reports errors about a configuration, the codes of the same fault. */
const codesFor: Readonly<Record<string, readonly string[]>> = {
  unpack_resources: ['fencing-no-device'],
  is_op_dup: ['operation-duplicate'],
  unpack_operation_on_fail: ['on-fail-not-allowed', 'on-fail-invalid', 'on-fail-without-fencing'],
  get_target_role: ['target-role-without-promotion', 'meta-invalid-value'],
  get_ordering_type: ['constraint-value'],
  unpack_colocation_tags: ['colocation-two-tags'],
  clone_unpack: ['clone-node-max'],
  multi_update_interleave_actions: ['order-bundle-promotion', 'order-not-promotable'],
}

/** Errors where crm_verify prints nothing: how many files have them, and why they are right all the same. */
const exceptions: Readonly<Record<string, readonly [files: number, why: string]>> = {
  'order-bundle-promotion': [
    1,
    'the order is found where the first bundle is to run, which is stopped in that state',
  ],
}

/** The function at the head of a line, `(name) error: ...`. */
const functionOf = (line: string) => /^\((\w+)\)/.exec(line)?.[1] ?? ''

describeWithShared('corpus/scheduler', 'the regression CIBs of the scheduler', () => {
  describeWith(['crm_verify'], 'beside crm_verify', () => {
    const folder = sharedPath('corpus/scheduler')
    const names = readdirSync(folder).filter((name) => name.endsWith('.xml'))
    const ours = new Map<string, readonly Diagnostic[]>()
    let verified: ReadonlyMap<string, Verified>
    /** What it prints about most files, whatever they contain. */
    let always: ReadonlySet<string>

    beforeAll(async () => {
      for (const name of names) ours.set(name, errorsOf(readFileSync(join(folder, name), 'utf8')))
      const found = await crmVerify(names.map((name) => join(folder, name)))
      verified = new Map(names.map((name) => [name, found.get(join(folder, name)) as Verified]))
      always = new Set([...verified.values()].flatMap(({ warnings }) => warnings).filter(isRemark))
    })

    const configurationErrors = (name: string) =>
      (verified.get(name)?.errors ?? []).filter((line) => !aboutHistory.includes(functionOf(line)))

    test('an error about the configuration is an error here too', () => {
      const reported = names.filter((name) => configurationErrors(name).length > 0)
      expect(reported.length).toBeGreaterThan(200)
      expect(reported.filter((name) => ours.get(name)?.length === 0)).toEqual([])
    })

    test('of the same kind', () => {
      const missed = names.flatMap((name) => {
        const codes = new Set((ours.get(name) ?? []).map(({ code }) => code))
        const functions = new Set(configurationErrors(name).map(functionOf))
        return [...functions]
          .filter((of) => codesFor[of]?.some((code) => codes.has(code)) === false)
          .map((of) => `${name}: ${of}`)
      })
      expect(missed).toEqual([])
    })

    test('a warning about the configuration is at least a warning here', () => {
      const isAbout = (line: string) =>
        !always.has(line) && !warningsAboutHistory.includes(functionOf(line)) && !isRemark(line)
      const warned = names.filter((name) => verified.get(name)?.warnings.some(isAbout))
      expect(warned.length).toBeGreaterThan(10)
      const isSilent = (name: string) =>
        findings(readFileSync(join(folder, name), 'utf8')).every(({ severity }) => severity === 'info')
      expect(warned.filter(isSilent)).toEqual([])
    })

    test('a node that is fenced for a failed operation is unclean', () => {
      const fenced = names.flatMap((name) =>
        (verified.get(name)?.warnings ?? []).flatMap((line) => {
          const [, node] = /(\S+) will be fenced: .* failed there/.exec(line) ?? []
          return node === undefined ? [] : [[name, node] as const]
        }),
      )
      expect(fenced.length).toBeGreaterThan(3)
      for (const [name, node] of fenced) {
        const messages = findings(readFileSync(join(folder, name), 'utf8'))
          .filter(({ code }) => code === 'node-unclean')
          .map(({ message }) => message)
        expect(messages, name).toContainEqual(expect.stringContaining(`node "${node}" is unclean`))
      }
    })

    test('where it prints nothing, there is no error', () => {
      const counts: Record<string, number> = {}
      for (const name of names) {
        const { errors = [], warnings = [] } = verified.get(name) ?? {}
        if (errors.length > 0 || warnings.some((line) => !always.has(line))) continue
        for (const code of new Set(ours.get(name)?.map((error) => error.code))) {
          counts[code] = (counts[code] ?? 0) + 1
        }
      }
      const allowed = Object.entries(exceptions).map(([code, [files]]) => [code, files])
      expect(counts).toEqual(Object.fromEntries(allowed))
    })
  })
})

/** Remarks about every file without fencing, or without quorum. */
function isRemark(line: string): boolean {
  return ['unpack_config', 'cluster_status'].includes(functionOf(line))
}

describeWithShared('corpus/crm-verify', 'a CIB for each condition of crm_verify', () => {
  const folder = sharedPath('corpus/crm-verify')
  const expected = readFileSync(join(folder, 'EXPECTED.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [name: string, severity: string, how: string])
  const ranks: readonly Severity[] = ['info', 'warning', 'error']
  const found = new Map(
    expected.map(([name]) => [name, findings(readFileSync(join(folder, `${name}.xml`), 'utf8'))] as const),
  )
  /** Codes that a third of all files have are about none of them, but that of their name. */
  const files = new Map<string, number>()
  for (const list of found.values()) {
    for (const code of new Set(list.map((finding) => finding.code)))
      files.set(code, (files.get(code) ?? 0) + 1)
  }

  test.each(expected)('%s is found', (name, severity) => {
    const wanted: Severity = severity.startsWith('error')
      ? 'error'
      : severity.startsWith('warning')
        ? 'warning'
        : 'info'
    const about =
      found.get(name)?.filter(({ code }) => code === name || (files.get(code) ?? 0) < expected.length / 3) ??
      []
    const highest = Math.max(-1, ...about.map((finding) => ranks.indexOf(finding.severity)))
    expect(highest, about.map(({ code }) => code).join(' ')).toBeGreaterThanOrEqual(ranks.indexOf(wanted))
  })
})
