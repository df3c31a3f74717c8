import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What failed for the last change first, then what takes least time: the first failure ends a run. */
export class LikeliestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ project, moduleId }: TestSpecification) => {
      const last = this.ctx.cache.getFileTestResults(
        `${project.name}:${relative(this.ctx.config.root, moduleId)}`,
      )
      return last?.failed ? -1 : (last?.duration ?? 0)
    }
    return files.toSorted((a, b) => cost(a) - cost(b))
  }
}
