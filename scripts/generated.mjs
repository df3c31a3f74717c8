/** `node scripts/generated.mjs`: writes the modules that are generated from files of other languages. */
import { readFileSync, writeFileSync } from 'node:fs'
import { pageText } from './page.mjs'

const src = new URL('../src/', import.meta.url).pathname

/** The text of each generated module, by its path below src. */
export function generatedFiles() {
  return {
    'render/html/page.generated.ts': pageText('render/html/page', 'page.css'),
    'pacemaker/report/page.generated.ts': pageText('pacemaker/report/page', 'report.css'),
    'pcs/script/frame.generated.ts': shellModule('frame', ['pcs/script/frame.sh']),
    'systemd/hand-over.generated.ts': shellModule('functions', ['systemd/hand-over.sh']),
    'plan/print/step-frame.generated.ts': shellModule('stepFrame', ['plan/print/step-frame.sh']),
    'bootstrap/stages.generated.ts': shellModule(
      'stages',
      ['main', 'prepare', 'join', 'start'].map((name) => `bootstrap/stages/${name}.sh`),
    ),
  }
}

/** Bash files one after the other, without their first paragraphs, which list what each needs. */
function shellModule(name, files) {
  const texts = files.map((file) => readFileSync(`${src}${file}`, 'utf8'))
  const bodies = texts
    .map((text) => text.slice(text.indexOf('\n\n') + 2).trimEnd())
    .map((text) =>
      text.replace(/@(\w+\.py)@/g, (_, name) => readFileSync(`${src}pcs/script/${name}`, 'utf8').trimEnd()),
    )
  const literal = bodies.join('\n\n').replace(/[\\`]|\$\{/g, '\\$&')
  return [
    `/* Produced from ${files.join(', ')} by scripts/generated.mjs. */`,
    '',
    `export const ${name} = \`${literal}\``,
    '',
  ].join('\n')
}

if (import.meta.filename === process.argv[1]) {
  for (const [path, text] of Object.entries(generatedFiles())) writeFileSync(`${src}${path}`, text)
}
