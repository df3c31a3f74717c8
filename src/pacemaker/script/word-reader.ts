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

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  v: '\v',
}

/** The words of a script, quoting undone as bash does it; what bash would replace has a reason. */
export class WordReader {
  readonly #text: string
  #at: number
  #line: number
  #awaited: HereDocument | undefined
  #document: string | undefined

  constructor(text: string, start: number) {
    this.#text = text
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
    if (double !== undefined) {
      if (/(?<!\\)(?:\\\\)*[$`]/.test(double)) note('a variable or a command in double quotes')
      return double
        .slice(1, -1)
        .replace(/\\\n/g, '')
        .replace(/\\([$`"\\])/g, '$1')
    }
    const escaped = this.#match(/\\[\s\S]/y)
    if (escaped !== undefined) return escaped === '\\\n' ? '' : escaped.slice(1)
    const replaced = this.#match(/[$`]/y)
    if (replaced === undefined) return undefined
    note('a variable or a command')
    return replaced
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
    this.#document = text
    return !awaited.isRaw && /[$`\\]/.test(text)
      ? 'a here-document in which bash replaces something'
      : undefined
  }
}

/** The text of `$'...'`: `\x` and octal numbers are bytes of UTF-8. */
function ansiText(text: string): string {
  const bytes = Buffer.from(text).toString('latin1')
  const read = bytes.replace(
    /\\(?:x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([0-7]{1,3})|([\s\S]))/g,
    (whole, x?: string, short?: string, long?: string, octal?: string, one = '') => {
      if (x !== undefined) return String.fromCharCode(Number.parseInt(x, 16))
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
      const code = short ?? long
      if (code !== undefined)
        return Buffer.from(String.fromCodePoint(Number.parseInt(code, 16))).toString('latin1')
      return escapes[one] ?? (/['"\\?]/.test(one) ? one : whole)
    },
  )
  return Buffer.from(read, 'latin1').toString()
}
