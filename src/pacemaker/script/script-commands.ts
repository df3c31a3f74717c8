import { type Word, WordReader } from './word-reader.js'

/** One command of a script. */
export interface ScriptCommand {
  readonly words: readonly string[]
  /** The line that it begins on, from 1. */
  readonly line: number
  /** The text that it reads from a here-document. */
  readonly input?: string
  /** What only bash itself could know: the command cannot be read. */
  readonly unreadable?: string
}

/** Where the commands are in a script that lightcib has written: the rest is its frame. */
const ownBody = /^# Builds the configuration of [^\n]*\n[\s\S]*?^configure\(\) \{\n/m

/** The commands of a script in its order, without running any; comments and what follows `||` are no commands. */
export function commandsIn(script: string): readonly ScriptCommand[] {
  const text = script.replace(/\r\n/g, '\n')
  const start = ownBody.exec(text)
  const reader = new WordReader(text, start === null ? 0 : start.index + start[0].length)
  const commands: ScriptCommand[] = []
  let depth = 0
  let isConditional = false
  for (;;) {
    const command = nextCommand(reader)
    if (command === undefined) return commands
    const { words } = command
    const [first = ''] = words
    if (closing.test(first)) depth -= 1
    if (depth < 0 && start !== null) return commands
    const around = isConditional || depth > 0 ? 'a condition, a loop or a function around it' : undefined
    const unreadable = around ?? command.unreadable
    isConditional = command.end === '&&' && !/^(?:pcs|sudo|cibadmin)$/.test(first)
    if (words.length > 0 && !/^[{}]$/.test(first)) {
      const { end: _, ...read } = command
      commands.push(unreadable === undefined ? read : { ...read, unreadable })
    }
    if (opening.test(first) || (words.length > 1 && words.at(-1) === '{')) depth += 1
  }
}

/** The words with which bash begins and ends what it may run once, never, or often. */
const opening = /^(?:if|for|while|until|case|select|\{)$/
const closing = /^(?:fi|done|esac|\})$/

function nextCommand(reader: WordReader): (ScriptCommand & { readonly end: string }) | undefined {
  const words: Word[] = []
  let line: number | undefined
  let isIgnored = false
  for (;;) {
    const word = reader.next()
    if (word.kind === 'end' && words.length === 0) return undefined
    if (
      word.kind === 'end' ||
      word.kind === 'newline' ||
      (word.kind === 'operator' && separators.includes(word.text))
    ) {
      const input = reader.takeDocument()
      const unreadable = [...words, word].find(({ reason }) => reason !== undefined)?.reason
      return {
        words: words.flatMap(({ kind, text }) => (kind === 'word' ? [text] : [])),
        line: line ?? word.line,
        end: word.text,
        ...(input === undefined ? {} : { input }),
        ...(unreadable === undefined ? {} : { unreadable }),
      }
    }
    line ??= word.line
    if (word.kind === 'operator' && word.text === '||') isIgnored = true
    else if (!isIgnored) words.push(word)
  }
}

const separators = [';', '&&']
