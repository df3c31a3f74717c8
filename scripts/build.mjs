/** Builds dist/: types, and one set of files for the library and the command line, which share what both need. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { builtins, fewFiles, otherThreads, ownImports, tracedBuilders } from './build/plugins.mjs'
import { pruneTypes } from './build/types.mjs'
import { licenses } from './licenses.mjs'

const { exports, imports } = JSON.parse(readFileSync('package.json', 'utf8'))

/** What package.json names, as entry points: `./dist/graph/index.js` is built of `src/graph/index.ts`. */
const named = [...Object.values(exports), ...Object.values(imports)]
  .flatMap(({ browser, default: file }) => [browser, file])
  .filter((file) => file !== undefined)
  .map((file) => ({ in: file.replace('./dist/', 'src/').replace(/js$/, 'ts'), out: file.slice(7, -3) }))

execFileSync(process.execPath, ['scripts/generated.mjs'])
rmSync('dist', { recursive: true, force: true })
execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' })
pruneTypes(Object.values(exports).flatMap(({ types }) => types ?? []))

const options = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['@dagrejs/graphlib', '@viz-js/viz', 'oxc-transform', 'seek-bzip', 'vitest', 'xmlbuilder2'],
  logLevel: 'warning',
  // Its modules for browsers, of which what is not used can be left out.
  alias: { yaml: resolve('node_modules/yaml/browser/index.js') },
}

/** Modules that describe the program rather than being a part of it. */
const description = 'dist/description.js'
await build({
  ...options,
  stdin: {
    contents: [
      "export { program } from './src/cli/program/program.ts'",
      "export { definitionsOf } from './src/cli/reference/definitions.ts'",
      "export { toMan } from './src/cli/reference/man.ts'",
      "export * as builders from './src/dsl/index.ts'",
      "export * as declaring from './src/cli/module/declaring.ts'",
    ].join('\n'),
    resolveDir: '.',
  },
  plugins: [builtins],
  outfile: description,
})
const { program, definitionsOf, toMan, builders, declaring } = await import(resolve(description))
rmSync(description)
writeFileSync('dist/lightcib.1', toMan(definitionsOf(program), program.description(), program.version()))

// Shorter text starts faster.
const files = { ...options, minify: true, outdir: 'dist', metafile: true }
const shared = await build({
  ...files,
  entryPoints: [
    ...named,
    { in: 'src/cli/main.ts', out: 'cli/main' },
    { in: 'traced', out: 'chunks/traced' },
    { in: 'declaring', out: 'chunks/declaring' },
  ],
  splitting: true,
  plugins: [builtins, ownImports(imports), otherThreads, tracedBuilders(Object.keys(builders)), fewFiles],
  chunkNames: 'chunks/[name]-[hash]',
})
/** What another thread runs shares nothing, so that what the program needs is in few files. */
const threads = await build({
  ...files,
  define: { declaringNames: JSON.stringify(Object.keys(declaring)) },
  entryPoints: [
    { in: 'src/cli/loader.ts', out: 'chunks/loader' },
    { in: 'src/cli/module/watchdog.ts', out: 'chunks/watchdog' },
  ],
})
const built = [shared, threads].map(({ metafile }) => metafile)
/** Older ones fail where the command starts, before the program could print a message. */
const oldNode =
  'if(!process.getBuiltinModule||parseFloat(process.versions.node)<20.19)' +
  '{console.error("lightcib needs Node 20.19 or later, and this is "+process.version+": see https://nodejs.org/en/download");process.exit(2)}'
for (const file of built.flatMap(({ outputs }) => Object.keys(outputs)))
  writeFileSync(file, headed(readFileSync(file, 'utf8'), file === 'dist/cli/main.js' ? oldNode : ''))
writeFileSync('dist/LICENSES.txt', licenses(built.flatMap(({ inputs }) => Object.keys(inputs))))

/**
 * A built file with a first statement. No chunk does anything when it is loaded: one of which nothing is used need not
 * be, and bundlers warn of it.
 */
function headed(text, statement) {
  const [head] = /^(?:#!.*\n)?(?:import(?:[\w$ {},*]*\bfrom)?"[^"]*";)*/.exec(text)
  return head.replace(/import"\.[^"]*";/g, '') + statement + text.slice(head.length)
}

/** What `lightcib explain` prints: the page of each rule by its code. */
const pages = readdirSync('docs/rules').filter((name) => /^[a-z0-9-]+\.md$/.test(name))
const texts = pages.map((name) => [name.slice(0, -3), readFileSync(join('docs/rules', name), 'utf8')])
writeFileSync('dist/rules.json.br', brotliCompressSync(JSON.stringify(Object.fromEntries(texts))))
