import type { RawElement } from '../../model/index.js'

/** What is wrong with a line, for whoever reads the file to report. */
export class CrmSyntaxError extends Error {}

/** An element while it is read. */
export interface Draft extends RawElement {
  readonly attributes: [string, string][]
  readonly children: Draft[]
}

export function draft(name: string, attributes: Readonly<Record<string, string | undefined>> = {}): Draft {
  const given = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return { name, attributes: given, children: [] }
}

/** The value of an attribute. */
export function attributeOf(element: RawElement, name: string): string | undefined {
  return element.attributes.find(([key]) => key === name)?.[1]
}

export function setAttribute(element: Draft, name: string, value: string | undefined): void {
  if (value === undefined) return
  const before = element.attributes.find(([key]) => key === name)
  if (before === undefined) element.attributes.push([name, value])
  else before[1] = value
}

/** The words of one object, read from left to right. */
export class Cursor {
  #at = 0
  readonly #words: string[]

  constructor(words: readonly string[]) {
    this.#words = [...words]
  }

  get word(): string | undefined {
    return this.#words[this.#at]
  }

  /** The number of words that are left. */
  get left(): number {
    return this.#words.length - this.#at
  }

  /** The next word, which is read. */
  take(expected: string): string {
    const word = this.word
    if (word === undefined) this.fail(expected)
    this.#at++
    return word as string
  }

  /** The next word where it matches as a whole, which is read then. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    const found = this.word === undefined ? undefined : (pattern.exec(this.word) ?? undefined)
    if (found !== undefined) this.#at++
    return found
  }

  /** The last word where it matches as a whole, which is removed then. */
  matchLast(pattern: RegExp): RegExpExecArray | undefined {
    const last = this.left === 0 ? undefined : this.#words.at(-1)
    const found = last === undefined ? undefined : (pattern.exec(last) ?? undefined)
    if (found !== undefined) this.#words.pop()
    return found
  }

  rest(): readonly string[] {
    const words = this.#words.slice(this.#at)
    this.#at = this.#words.length
    return words
  }

  fail(expected: string): never {
    const found = this.word === undefined ? 'the line ends' : JSON.stringify(this.word)
    throw new CrmSyntaxError(`${found} where ${expected} is expected`)
  }
}
