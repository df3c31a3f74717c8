/** Builds dist/: the library as plain modules with types, the command line as few files that start fast. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })
execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' })
rmSync('dist/cli', { recursive: true })
await build({
  entryPoints: ['src/cli/main.ts'],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Shorter text starts faster; names stay, so that a bug report can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  outdir: 'dist/cli',
  external: ['jiti', '@viz-js/viz'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
