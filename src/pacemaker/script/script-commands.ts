import type { ScriptCommand } from './script-command.js'
import { Variables } from './variables.js'
import { type Word, WordReader } from './word-reader.js'

/** Where the commands are in a script that lightcib has written: the rest is its frame. */
const ownBody = /^# Builds the configuration of [^\n]*\n[\s\S]*?^configure\(\) \{\n/m

/**
 * The commands of a script in its order, without running any; comments and what follows `||` are no commands. Variables
 * that are set once to a text have that value.
 */
export function commandsIn(script: string): readonly ScriptCommand[] {
  const text = script.replace(/\r\n/g, '\n')
  const variables = new Variables(readCommands(text, new Variables([])))
  return readCommands(text, variables)
}

function readCommands(text: string, variables: Variables): readonly ScriptCommand[] {
  const start = ownBody.exec(text)
  const reader = new WordReader(text, start === null ? 0 : start.index + start[0].length, variables)
  const commands: ScriptCommand[] = []
  let depth = 0
  let isConditional = false
  for (;;) {
    const read = nextCommand(reader)
    if (read === undefined) return commands
    const { end, ...command } = read
    const { words } = command
    const [first = ''] = words
    if (closing.test(first)) depth -= 1
    if (depth < 0 && start !== null) return commands
    const isCertain = !isConditional && depth <= 0 && (first !== '{' || words.length === 1)
    const around = isCertain ? {} : { unreadable: 'a condition, a loop or a function around it' }
    const certain = { ...command, isCertain, ...around }
    isConditional = end === '&&' && !/^(?:pcs|sudo|cibadmin)$/.test(first)
    const isBrace = /^[{}]$/.test(first) && words.length === 1
    if (words.length > 0 && !isBrace && !variables.assign(certain)) commands.push(certain)
    if (opening.test(first) || (words.length > 1 && words.at(-1) === '{')) depth += 1
  }
}

/** The words with which bash begins and ends what it may run once, never, or often. */
const opening = /^(?:if|for|while|until|case|select|\{)$/
const closing = /^(?:fi|done|esac|\})$/

/** The next command, and what it ends with. */
function nextCommand(
  reader: WordReader,
): (Omit<ScriptCommand, 'isCertain'> & { readonly end: string }) | undefined {
  const words: Word[] = []
  const otherwise: string[] = []
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
        otherwise,
        line: line ?? word.line,
        end: word.text,
        ...(input === undefined ? {} : { input }),
        ...(unreadable === undefined ? {} : { unreadable }),
      }
    }
    line ??= word.line
    if (word.kind === 'operator' && word.text === '||') isIgnored = true
    else if (!isIgnored) words.push(word)
    else otherwise.push(word.text)
  }
}

const separators = [';', '&&']
