import { type Expression, partsOf } from '../syntax/expression.js'

/** Selects subtrees of some expressions so that no selected one contains another. */
export class DisjointSubtrees {
  readonly #parents = new Map<Expression, Expression>()
  /** What is selected, contains a selected subtree, or is in one. */
  readonly #blocked = new Set<Expression>()

  constructor(expressions: readonly Expression[]) {
    const waiting = [...expressions]
    for (let expression = waiting.pop(); expression !== undefined; expression = waiting.pop()) {
      for (const part of partsOf(expression)) {
        this.#parents.set(part, expression)
        waiting.push(part)
      }
    }
  }

  /** Selects these, and returns true, where none of them contains or is in what was selected before. */
  select(expressions: readonly Expression[]): boolean {
    if (expressions.some((expression) => this.#blocked.has(expression))) return false
    for (const expression of expressions) {
      let parent = this.#parents.get(expression)
      for (; parent !== undefined && !this.#blocked.has(parent); parent = this.#parents.get(parent)) {
        this.#blocked.add(parent)
      }
      const waiting = [expression]
      for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
        this.#blocked.add(part)
        for (const inner of partsOf(part)) waiting.push(inner)
      }
    }
    return true
  }
}
