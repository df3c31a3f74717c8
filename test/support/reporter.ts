import type { Reporter, TestModule } from 'vitest/node'

/** Names what was left out, and closes with one line: `N passed, N failed`. */
export default class LeftOutReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const leftOut = modules.flatMap((module) =>
      [...module.children.allSuites()]
        .filter((suite) => suite.name.includes('[left out'))
        .map((suite) => suite.name),
    )
    for (const name of leftOut) console.log(`left out: ${name}`)
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.errors().length > 0).length
    console.log(`${count('passed')} passed, ${count('failed') + broken + errors.length} failed`)
  }
}
