import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'

/**
 * Mutation tests of the rooms in which a fault does most harm, as a sample: pieces of a few lines, chosen by `SEED`,
 * together `SHARE` percent of the code. docs/testing.md has the command and what came of it.
 */
const rooms = (process.env.ROOMS ?? 'graph,check,cib,pcs').split(',')
const share = Number(process.env.SHARE ?? 2) / 100
const piece = 6

let state = Number(process.env.SEED ?? 1)
// The tests make their own choices as ever.
delete process.env.SEED
function random() {
  state = (state * 48271) % 2147483647
  return state / 2147483647
}
for (let i = 0; i < 10; i += 1) random()

const pieces = rooms.flatMap((room) =>
  globSync(`src/${room}/**/*.ts`)
    .filter((file) => !file.endsWith('.generated.ts'))
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n').length - 1
      return Array.from({ length: Math.ceil(lines / piece) }, (_, index) => index * piece + 1)
        .filter(() => random() < share)
        .map((line) => `${file}:${line}-${Math.min(line + piece - 1, lines)}`)
    }),
)

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: pieces,
  // TypeScript 7 has no API that could read it.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  concurrency: 1,
  dryRunTimeoutMinutes: 30,
  ignorePatterns: ['/dist'],
  // What is computed when a module loads would need all tests for each change.
  ignoreStatic: true,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: process.env.REPORT ?? '/tmp/lightcib-mutation.json' },
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false, reportScoreTable: true },
  tempDirName: '/tmp/lightcib-mutation',
  cleanTempDir: 'always',
}
