/** `node scripts/web-page.mjs [FILE]`: writes lightcib.html, the library and page/ in one file. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, buildSync } from 'esbuild'
import { licenses } from './licenses.mjs'

const { imports } = JSON.parse(readFileSync('package.json', 'utf8'))
const replaced = new Map(
  Object.values(imports).map(({ browser, default: file }) => [sourceOf(file), sourceOf(browser)]),
)

/** The file that became this one of dist/. */
function sourceOf(built) {
  return resolve(built.replace('./dist/', 'src/').replace(/js$/, 'ts'))
}

/** The files in place of others that package.json's `imports` name for dist/, for src/. */
const inBrowser = {
  name: 'in-browser',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const other = replaced.get(join(resolveDir, path).replace(/js$/, 'ts'))
      return other === undefined ? undefined : { path: other }
    })
  },
}

const { outputFiles, metafile } = await build({
  entryPoints: ['page/main.ts'],
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  inject: ['page/buffer.ts'],
  plugins: [inBrowser],
  write: false,
  metafile: true,
  logLevel: 'warning',
})
// An HTML parser reads these as the end of the script, or as the begin of another.
const script = outputFiles[0].text.replace(/<(?=!--|\/?script)/gi, '\\x3C')
const style = readFileSync('page/page.css', 'utf8')
const policy = [
  "default-src 'none'",
  // Graphviz is WebAssembly.
  `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
  `style-src ${hashOf(style)} ${hashOf(await styleOfPictures())}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
const comment = licenses(Object.keys(metafile.inputs)).replaceAll('--', '- -')
const html = readFileSync('page/page.html', 'utf8')
  .replace('content=""', () => `content="${policy}"`)
  .replace('<style></style>', () => `<style>${style}</style>`)
  .replace('<script></script>', () => `<script>${script}</script>\n<!--\n${comment}-->`)
writeFileSync(process.argv[2] ?? 'lightcib.html', html)

/** What each picture has between <style> and </style>. */
async function styleOfPictures() {
  const { outputFiles } = buildSync({
    entryPoints: ['src/render/svg/dark.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  })
  const { darkStyle } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
  return darkStyle.slice('<style>'.length, -'</style>'.length)
}

/** How a content security policy names a script or style. */
function hashOf(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
