/** How esbuild resolves and loads the modules of this project. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const src = resolve('src')

/** Packages that `require` a module of Node get it from Node itself; commander never starts the programs it could. */
export const builtins = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?[a-z_]+$/ }, ({ path, kind, importer }) => {
      const name = path.replace('node:', '')
      if (kind !== 'require-call' || process.getBuiltinModule(name) === undefined) return undefined
      const isUnused = name === 'child_process' && importer.includes('/commander/')
      return { path: isUnused ? 'none' : name, namespace: 'builtin' }
    })
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: path === 'none' ? '' : `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }))
  },
}

/** Files that bundlers replace for browsers stay files of their own, named as in package.json's `imports`. */
export function ownImports(imports) {
  const names = new Map(
    Object.entries(imports).map(([name, { default: file }]) => [
      resolve(file.replace('./dist/', 'src/').replace(/js$/, 'ts')),
      name,
    ]),
  )
  return {
    name: 'own-imports',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
        const name = names.get(join(resolveDir, path).replace(/js$/, 'ts'))
        return name === undefined || kind === 'entry-point' ? undefined : { path: name, external: true }
      })
    },
  }
}

/** What may run on another thread is built into files of their own. */
export const otherThreads = {
  name: 'other-threads',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(loader|watchdog)\.js$/ }, ({ path }) => ({ path, external: true }))
  },
}

/** A module of the command line imports builders that remember where they are called; other names as they are. */
export function tracedBuilders(names) {
  return {
    name: 'traced-builders',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(traced|declaring)$/ }, ({ path }) => ({ path, namespace: 'traced' }))
      const load = (name, contents) =>
        onLoad({ filter: new RegExp(`^${name}$`), namespace: 'traced' }, () => ({
          contents: contents.join('\n'),
          resolveDir: src,
        }))
      load('traced', ["export * from './index.js'", `export { ${names.join(', ')} } from 'declaring'`])
      load('declaring', [
        "import * as dsl from './dsl/index.js'",
        "import { traced } from './cli/module/traced.js'",
        "export * from './cli/module/declaring.js'",
        `export const { ${names.join(', ')} } = traced({ ...dsl })`,
      ])
    },
  }
}

const command = [join(src, 'cli/command/check.ts'), join(src, 'cli/module/stack.ts')]
const library = join(src, 'check/index.ts')

/** The files that load the core of the command line, and those that load the core of the library. */
const commands =
  /\/tinyglobby\/dist\/index\.mjs$|\/src\/cli\/(apply\/|command\/|files\/globs|findings\/formats|main|module\.ts|program\/run|(project|reference)\/(init|doctor|completion)|script|with-)/
const entries =
  /\/src\/(index|(ansible|apply|graph|model|pacemaker|systemd|vitest)\/index|xml\/builder|pacemaker\/(script\/looks-like-pcs|tool\/workplace))(\.browser)?\.ts$/

/**
 * What `check` loads is two files, that of the command line and that of the library: whatever loads a part of one loads
 * it all. Left to itself, the bundler makes a file of each set of modules that the same entries share, and 30 files
 * start slower.
 */
export const fewFiles = {
  name: 'few-files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^core:/ }, ({ path }) => ({ path: path.slice('core:'.length), namespace: 'core' }))
    // The call keeps the import: esbuild leaves out what nothing uses.
    onLoad({ filter: /.*/, namespace: 'core' }, ({ path }) => ({
      contents: `import * as core from ${JSON.stringify(path)}\nObject(core)`,
      resolveDir: src,
    }))
    const load = (filter, cores) =>
      onLoad({ filter }, ({ path }) => {
        const imports = cores
          .filter((core) => core !== path)
          .map((core) => `import ${JSON.stringify(`core:${core}`)}`)
        return { contents: [readFileSync(path, 'utf8'), ...imports].join('\n'), loader: 'ts' }
      })
    load(commands, [library, ...command])
    load(entries, [library])
  },
}
