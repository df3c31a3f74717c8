import { type Doc, partsOf } from '../syntax/expression.js'

/** Takes parts of some expressions, none of which holds another. */
export class Apart {
  readonly #holders = new Map<Doc, Doc>()
  readonly #taken = new Set<Doc>()

  constructor(docs: readonly Doc[]) {
    const waiting = [...docs]
    for (let doc = waiting.pop(); doc !== undefined; doc = waiting.pop()) {
      for (const part of partsOf(doc)) {
        this.#holders.set(part, doc)
        waiting.push(part)
      }
    }
  }

  /** True where none of them is in, or holds, what was taken before; then they are taken. */
  take(docs: readonly Doc[]): boolean {
    if (docs.some((doc) => this.#taken.has(doc))) return false
    for (const doc of docs) {
      for (let holder = this.#holders.get(doc); holder !== undefined; holder = this.#holders.get(holder)) {
        this.#taken.add(holder)
      }
      const waiting = [doc]
      for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
        this.#taken.add(part)
        for (const inner of partsOf(part)) waiting.push(inner)
      }
    }
    return true
  }
}
