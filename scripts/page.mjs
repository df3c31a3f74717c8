/** What runs in the browser, as one module that toHtml puts into its page. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buildSync } from 'esbuild'

const page = new URL('../src/render/html/page/', import.meta.url).pathname

/** The module with the page's script and style. */
export function pageText() {
  const built = buildSync({
    entryPoints: [`${page}main.js`],
    bundle: true,
    format: 'iife',
    write: false,
    target: 'es2022',
    charset: 'utf8',
  })
  const script = built.outputFiles[0].text.replace(/^( *)\/\/ src.*\n/gm, '')
  return [
    '/* Produced from render/html/page/ by scripts/generated.mjs. */',
    '',
    `export const pageScript = ${literal(script)}`,
    '',
    '/** How a content security policy names the script. */',
    `export const pageScriptHash = 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    '',
    `export const pageStyle = ${literal(readFileSync(`${page}page.css`, 'utf8'))}`,
    '',
  ].join('\n')
}

function literal(text) {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``
}
