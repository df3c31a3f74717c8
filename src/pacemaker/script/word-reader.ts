import { ansiText } from './ansi-text.js'
import type { Variables } from './variables.js'

/** A word, the end of a line or of the script, or an operator between commands. */
export interface Word {
  readonly kind: 'word' | 'newline' | 'operator' | 'end'
  readonly text: string
  readonly line: number
  /** Why the text is not what bash would make of it. */
  readonly reason?: string
}

interface HereDocument {
  readonly end: string
  readonly isRaw: boolean
}

/** The words of a script, quoting undone as bash does it; what bash would replace has a reason. */
export class WordReader {
  readonly #text: string
  readonly #variables: Variables
  #at: number
  #line: number
  #awaited: HereDocument | undefined
  #document: string | undefined

  constructor(text: string, start: number, variables: Variables) {
    this.#text = text
    this.#variables = variables
    this.#at = start
    this.#line = text.slice(0, start).split('\n').length
  }

  /** The here-document of the command that has ended, once. */
  takeDocument(): string | undefined {
    const document = this.#document
    this.#document = undefined
    return document
  }

  next(): Word {
    this.#match(/(?:[ \t]|\\\n)+/y)
    this.#match(/#[^\n]*/y)
    const line = this.#line
    if (this.#at >= this.#text.length) return { kind: 'end', text: '', line }
    if (this.#match(/\n/y) !== undefined) {
      const reason = this.#readDocument()
      return { kind: 'newline', text: '\n', line, ...(reason === undefined ? {} : { reason }) }
    }
    if (this.#match(/\d?>>?&?[ \t]*(?:\/dev\/null|\d|&\d)(?=[\s;]|$)/y) !== undefined) return this.next()
    const document = this.#match(/<<-?[ \t]*/y)
    if (document !== undefined) return this.#beginDocument(line)
    const operator = this.#match(/&&|\|\||;;?|[|&<>()]/y)
    if (operator === undefined) return this.#word(line)
    const isKnown = ['&&', '||', ';'].includes(operator)
    return {
      kind: 'operator',
      text: operator,
      line,
      ...(isKnown ? {} : { reason: `the operator ${operator}` }),
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const [found] = pattern.exec(this.#text) ?? []
    if (found === undefined) return undefined
    this.#at += found.length
    this.#line += found.split('\n').length - 1
    return found
  }

  #word(line: number): Word {
    const start = this.#at
    let text = ''
    let reason: string | undefined
    const note = (what: string) => {
      reason ??= what
    }
    for (;;) {
      const plain = this.#match(/[^\s'"\\$`;&|<>()*?[\]{}~]+/y) ?? this.#match(/\{\}|[*?[\]{}~]/y)
      const piece = plain ?? this.#quoted(note)
      if (piece === undefined) break
      text += piece
    }
    if (this.#at === start) {
      this.#at += 1
      note('a quote without its end')
    }
    return { kind: 'word', text, line, ...(reason === undefined ? {} : { reason }) }
  }

  /** A part of a word in quotes, or that bash would replace; undefined where the word ends. */
  #quoted(note: (what: string) => void): string | undefined {
    const single = this.#match(/'[^']*'/y)
    if (single !== undefined) return single.slice(1, -1)
    const ansi = this.#match(/\$'(?:[^'\\]|\\[\s\S])*'/y)
    if (ansi !== undefined) return ansiText(ansi.slice(2, -1))
    const double = this.#match(/"(?:[^"\\]|\\[\s\S])*"/y)
    if (double !== undefined) return this.#replaced(double.slice(1, -1), /[$`"\\]/, note)
    const escaped = this.#match(/\\[\s\S]/y)
    if (escaped !== undefined) return escaped === '\\\n' ? '' : escaped.slice(1)
    const replaced = this.#match(/\$(?:\w+|\{\w+\})|[$`]/y)
    if (replaced === undefined) return undefined
    const value = this.#variables.valueOf(replaced)
    // Bash makes several words, or names of files, of other values.
    if (value === undefined || /^$|[\s*?[\]\\]/.test(value)) note('a variable or a command')
    return value ?? replaced
  }

  /** A text in which bash replaces variables and commands, and in which a backslash quotes these characters only. */
  #replaced(
    text: string,
    escapable: RegExp,
    note: (what: string) => void,
    where = 'in double quotes',
  ): string {
    return text.replace(/\\([\s\S])|\$(?:\w+|\{\w+\})|[$`]/g, (whole: string, escaped?: string) => {
      if (escaped !== undefined) return escaped === '\n' ? '' : escapable.test(escaped) ? escaped : whole
      const value = this.#variables.valueOf(whole)
      if (value === undefined) note(`a variable or a command ${where}`)
      return value ?? whole
    })
  }

  #beginDocument(line: number): Word {
    const quote = this.#text[this.#at]
    const { text: end } = this.#word(line)
    this.#awaited = { end, isRaw: quote === "'" || quote === '"' || quote === '\\' }
    return this.next()
  }

  /** Reads a here-document that begins on this line; its reason, where bash would replace something in it. */
  #readDocument(): string | undefined {
    const awaited = this.#awaited
    if (awaited === undefined) return undefined
    this.#awaited = undefined
    const lines: string[] = []
    while (this.#at < this.#text.length) {
      const line = (this.#match(/[^\n]*\n?/y) ?? '').replace(/\n$/, '')
      if (line === awaited.end) break
      lines.push(line)
    }
    const text = lines.join('\n')
    let reason: string | undefined
    const note = (what: string) => {
      reason ??= what
    }
    this.#document = awaited.isRaw ? text : this.#replaced(text, /[$`\\]/, note, 'in a here-document')
    return reason
  }
}
