import { relative } from 'node:path'
import type { UserConsoleLog } from 'vitest'
import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node'

/**
 * Prints each failure when it happens, with what that test printed, and a line for each file that is done.
 * At the end it names what was left out, and closes with one line: `N passed, N failed`.
 */
export default class FailureReporter implements Reporter {
  #vitest: Vitest | undefined
  /** What was printed, by the id of the test or file that printed it; only that of a failed one is shown. */
  readonly #printed = new Map<string, string>()

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onUserConsoleLog({ taskId = '', content }: UserConsoleLog): void {
    this.#printed.set(taskId, (this.#printed.get(taskId) ?? '') + content)
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors = [] } = test.result()
    if (state === 'failed') this.#show(test, `${fileOf(test.module)} > ${test.fullName}`, errors)
    this.#printed.delete(test.id)
  }

  onTestSuiteResult(suite: TestSuite): void {
    const errors = suite.errors()
    if (errors.length > 0) this.#show(suite, `${fileOf(suite.module)} > ${suite.fullName}`, errors)
  }

  onTestModuleEnd(module: TestModule): void {
    const errors = module.errors()
    if (errors.length > 0) this.#show(module, fileOf(module), errors)
    const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((state) => count([module], state))
    const parts = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} left out`]
    const seconds = (module.diagnostic().duration / 1000).toFixed(1)
    console.log(`${fileOf(module)}: ${parts.filter(Boolean).join(', ')} (${seconds} s)`)
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    for (const error of errors) this.#vitest?.logger.printError(error)
    const leftOut = modules.flatMap((module) =>
      [...module.children.allSuites(), ...module.children.allTests()].filter(({ name }) =>
        name.includes('[left out'),
      ),
    )
    for (const { name } of leftOut) console.log(`left out: ${name}`)
    const broken = modules.flatMap((module) => [module, ...module.children.allSuites()])
    const failed =
      count(modules, 'failed') + broken.filter((part) => part.errors().length > 0).length + errors.length
    console.log(`${count(modules, 'passed')} passed, ${failed} failed`)
  }

  #show(part: TestCase | TestSuite | TestModule, title: string, errors: readonly unknown[]): void {
    console.log(`\nFAILED ${title}`)
    for (const error of errors) this.#vitest?.logger.printError(error, { project: part.project })
    const printed = this.#printed.get(part.id)
    if (printed !== undefined) console.log(`It printed:\n${printed}`)
  }
}

function fileOf({ moduleId }: TestModule): string {
  return relative(process.cwd(), moduleId)
}

function count(modules: readonly TestModule[], state: string): number {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  return tests.filter((test) => test.result().state === state).length
}
