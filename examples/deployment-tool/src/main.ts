/** `node dist/main.js LIVE`: checks the cluster of settings.json and plans how the live CIB becomes it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { check, type Diagnostic, hasErrors, plan, planScript, planText, type Result, readCib } from 'lightcib'
import { clusterOf } from './cluster.js'
import { readSettings } from './settings.js'

const live = process.argv[2]
if (live === undefined) fail('usage: npm start -- LIVE (the output of cibadmin --query)')

const wanted = clusterOf(readSettings('settings.json'))
const findings = check(wanted)
print(findings)
if (hasErrors(findings)) fail('the cluster is not safe: nothing is written')

const running = outputOf(readCib(readFileSync(live)))
const steps = outputOf(plan(running, wanted, { pcs: '0.11' }))
console.log(planText(steps))
writeFileSync('steps.sh', planScript(steps), { mode: 0o700 })
console.log('written: steps.sh; try it with bash steps.sh --dry-run')

/** The output of a back end; its findings are printed, and without output the program ends. */
function outputOf<Output>({ ok, output, diagnostics }: Result<Output>): Output {
  print(diagnostics)
  return ok ? output : fail('no plan')
}

function print(findings: readonly Diagnostic[]): void {
  for (const { severity, code, message, hint } of findings) {
    console.error(`${severity}[${code}]: ${message}${hint === undefined ? '' : `\n  hint: ${hint}`}`)
  }
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
