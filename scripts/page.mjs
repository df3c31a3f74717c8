/** What runs in the browser, as one module that toHtml or toReport puts into its page. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buildSync } from 'esbuild'

const src = new URL('../src/', import.meta.url).pathname

/** The module with the script (`main.js`) and the style of a page in a folder of src. */
export function pageText(folder, style) {
  const built = buildSync({
    entryPoints: [`${src}${folder}/main.js`],
    bundle: true,
    format: 'iife',
    write: false,
    target: 'es2022',
    charset: 'utf8',
  })
  const script = built.outputFiles[0].text.replace(/^( *)\/\/ src.*\n/gm, '')
  return [
    `/* Produced from ${folder}/ by scripts/generated.mjs. */`,
    '',
    `export const pageScript = ${literal(script)}`,
    '',
    '/** How a content security policy names the script. */',
    `export const pageScriptHash = 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    '',
    `export const pageStyle = ${literal(readFileSync(`${src}${folder}/${style}`, 'utf8'))}`,
    '',
  ].join('\n')
}

function literal(text) {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``
}
