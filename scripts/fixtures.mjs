/** `npm run fixtures`: compiles every scenario into the files beside its source; prints what cannot be compiled. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const outputs = {
  'cib.xml': ['compile', '--to', 'cib'],
  'pcs-0.10.sh': ['compile', '--to', 'pcs', '--pcs', '0.10'],
  'pcs-0.11.sh': ['compile', '--to', 'pcs', '--pcs', '0.11'],
  'pcs-0.12.sh': ['compile', '--to', 'pcs', '--pcs', '0.12'],
  'bootstrap.sh': ['compile', '--to', 'bootstrap'],
  'graph.dot': ['graph', '--format', 'dot'],
  'graph.mmd': ['graph', '--format', 'mermaid'],
  'graph.svg': ['graph', '--format', 'svg'],
}

for (const entry of readdirSync('fixtures/scenarios', { withFileTypes: true })) {
  if (!entry.isDirectory()) continue
  const folder = `fixtures/scenarios/${entry.name}`
  for (const [file, [command, ...options]] of Object.entries(outputs)) {
    const args = ['dist/cli/main.js', command, `${folder}/cluster.ts`, ...options, '-o', `${folder}/${file}`]
    spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
}
