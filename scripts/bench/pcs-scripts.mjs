/** The Mitaka script against a CIB file: one pcs command for each thing, and the XML in one call. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const source = 'fixtures/scenarios/mitaka-full/cib.xml'

function seconds(folder, strategy) {
  const script = join(folder, `${strategy}.sh`)
  const cib = join(folder, `${strategy}.xml`)
  const compile = ['dist/cli/main.js', 'compile', source, '--to', 'pcs', '--strategy', strategy, '-o', script]
  execFileSync(process.execPath, compile, { stdio: 'ignore' })
  writeFileSync(cib, execFileSync('cibadmin', ['--empty']))
  const start = performance.now()
  execFileSync('bash', [script, '--file', cib], { stdio: 'ignore' })
  return (performance.now() - start) / 1000
}

/** Both once, in turn; nothing where pcs is not installed. */
export function pcsScripts() {
  if (spawnSync('pcs', ['--version']).status !== 0) return 'pcs scripts: left out, no pcs here'
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-bench-'))
  try {
    const [commands, xml] = [seconds(folder, 'commands'), seconds(folder, 'xml')]
    return `pcs scripts, 47 resources and 74 constraints into a file: ${commands.toFixed(1)} s by commands, ${xml.toFixed(1)} s by XML, ratio ${(commands / xml).toFixed(0)}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}
