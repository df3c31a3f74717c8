/** What a pcs script costs a resource, in a small and a large cluster: its conversion, and its comparison of CIBs. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCib } from './make-cib.mjs'
import { run } from './run.mjs'

const tries = 3
const most = 1.5

/** The least of a few tries: what else runs only adds to it. */
const least = (measure) => Math.min(...Array.from({ length: tries }, measure))

function conversion(folder, count, repeats) {
  const file = join(folder, `${count}.xml`)
  writeFileSync(file, makeCib(count))
  const child = join(import.meta.dirname, 'pcs-size-child.mjs')
  return least(() => Number(run(process.execPath, [child, file, String(repeats)]).stdout))
}

/** Seconds of a second run of the script, which finds nothing missing. */
function comparison(folder, count) {
  const [source, script, cib] = ['xml', 'sh', 'cib.xml'].map((suffix) => join(folder, `${count}.${suffix}`))
  const compile = ['compile', source, '--to', 'pcs', '--strategy', 'xml', '-o', script]
  writeFileSync(source, makeCib(count))
  run(process.execPath, ['dist/cli/main.js', ...compile])
  writeFileSync(cib, execFileSync('cibadmin', ['--empty']))
  run('bash', [script, '--file', cib])
  return least(() => run('bash', [script, '--file', cib]).seconds)
}

function row(name, unit, [fewCount, few], [manyCount, many]) {
  const ratio = many / manyCount / (few / fewCount)
  const figures = `${few.toFixed(1)} ${unit} for ${fewCount} resources, ${many.toFixed(1)} ${unit} for ${manyCount}`
  return `${name}: ${figures}, ratio per resource ${ratio.toFixed(2)} (limit ${most}): ${ratio <= most ? 'kept' : 'BROKEN'}`
}

/** The lines of the report; without the comparison where pcs is not installed. */
export function pcsSize() {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-bench-'))
  try {
    const converted = row(
      'pcs script, conversion',
      'ms',
      [1000, conversion(folder, 1000, 4)],
      [4000, conversion(folder, 4000, 1)],
    )
    if (spawnSync('pcs', ['--version']).status !== 0)
      return `${converted}\npcs script, comparison: left out, no pcs here`
    return `${converted}\n${row('pcs script, comparison', 's', [200, comparison(folder, 200)], [2000, comparison(folder, 2000)])}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}
