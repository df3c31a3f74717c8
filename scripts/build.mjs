/** Builds dist/: the library as plain modules with types, the command line as few files that start fast, the rules' pages. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build, transformSync } from 'esbuild'
import { licenses } from './licenses.mjs'

execFileSync(process.execPath, ['scripts/generated.mjs'])
rmSync('dist', { recursive: true, force: true })
execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' })
const { program } = await import('../dist/cli/program/program.js')
const { definitionsOf } = await import('../dist/cli/reference/definitions.js')
const { toMan } = await import('../dist/cli/reference/man.js')
writeFileSync('dist/lightcib.1', toMan(definitionsOf(program), program.description(), program.version()))
rmSync('dist/cli', { recursive: true })
shrinkLibrary()
// `lightcib explain` prints the pages of the rules.
cpSync('docs/rules', 'dist/rules', { recursive: true })

/** The subpaths that a cluster's module may import; matchers are for test files. */
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const library = Object.entries(exports)
  .filter(([subpath, { default: file }]) => file !== undefined && subpath !== './vitest')
  .map(([subpath, { default: file }]) => ({
    in: file.replace('./dist/', 'src/').replace(/js$/, 'ts'),
    out: `library/${subpath === '.' ? 'index' : subpath.slice(2)}`,
  }))

/** commander starts programs for subcommands that are files of their own, which ours are not: loading that costs 5 ms. */
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('/commander/') ? { path: 'none', namespace: 'none' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: '' }))
  },
}

/** A module of the command line imports builders that remember where they are called; other names as they are. */
const tracedBuilders = {
  name: 'traced-builders',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/index\.ts$/ }, async ({ path }) => {
      const builders = await import('../dist/dsl/index.js')
      const names = Object.keys(builders).join(', ')
      const contents = [
        readFileSync(path, 'utf8'),
        "import * as dsl from './dsl/index.js'",
        "import { traced } from './cli/module/traced.js'",
        `export const { ${names} } = traced({ ...dsl })`,
        "import 'core'",
      ]
      return { contents: contents.join('\n'), loader: 'ts', resolveDir: 'src' }
    })
  },
}

const core = resolve('src/cli/command/check.ts')

/**
 * What `check` loads is one file: whatever loads a part of it loads it all. Left to itself, the bundler makes a file of
 * each set of modules that the same commands share, and 20 files start slower than 3.
 */
const oneCore = {
  name: 'one-core',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^core$/ }, () => ({ path: core, namespace: 'core' }))
    // The call keeps the import: esbuild leaves out what nothing uses.
    onLoad({ filter: /.*/, namespace: 'core' }, ({ path }) => ({
      contents: `import { check } from ${JSON.stringify(path)}\nObject(check)`,
      resolveDir: '.',
    }))
    onLoad(
      {
        filter:
          /\/src\/(cli\/(apply\/|command\/|files\/globs|findings\/formats|module\.ts|(project|reference)\/(init|doctor|completion)|with-)|(apply|graph|model|pacemaker|systemd)\/index)/,
      },
      ({ path }) =>
        path === core
          ? undefined
          : { contents: `${readFileSync(path, 'utf8')}\nimport 'core'`, loader: 'ts' },
    )
  },
}

const { metafile } = await build({
  entryPoints: [
    { in: 'src/cli/main.ts', out: 'main' },
    { in: 'src/cli/loader.ts', out: 'loader' },
    { in: 'src/cli/module/watchdog.ts', out: 'watchdog' },
    ...library,
  ],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Shorter text starts faster.
  minify: true,
  plugins: [withoutChildProcess, tracedBuilders, oneCore],
  outdir: 'dist/cli',
  external: ['@viz-js/viz', 'oxc-transform', 'seek-bzip'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
})
writeFileSync('dist/cli/LICENSES.txt', licenses(Object.keys(metafile.inputs)))

/** Modules without comments, which the types have, and no types that no public entry leads to. */
function shrinkLibrary() {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
  const reached = new Set()
  const visit = (file) => {
    if (reached.has(file) || !existsSync(file)) return
    reached.add(file)
    const imported = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)\.js['"]/g)
    for (const [, name] of imported) visit(join(dirname(file), `${name}.d.ts`))
  }
  for (const { types } of Object.values(exports)) if (types !== undefined) visit(join(types))
  for (const name of readdirSync('dist', { recursive: true })) {
    const file = join('dist', name)
    if (name.endsWith('.d.ts') && !reached.has(file)) rmSync(file)
    if (name.endsWith('.js'))
      writeFileSync(file, transformSync(readFileSync(file, 'utf8'), { target: 'es2022' }).code)
  }
}
