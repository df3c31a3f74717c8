import type { ScriptCommand } from './script-command.js'

const assignment = /^([A-Za-z_]\w*)((?:\[[^\]]*\])?\+?)=([\s\S]*)$/

/** Before a variable they give it a value that only bash itself could know, or take its value away. */
const changing =
  /^(?:read|mapfile|readarray|printf|getopts|let|declare|typeset|local|unset|for|select|coproc|wait)$/
const runningAnything = /^(?:eval|source|\.)$/

/**
 * The variables of a script that bash sets to one text and never again: `VIP=192.0.2.10` outside of conditions, loops and
 * functions. All others depend on what runs.
 */
export class Variables {
  readonly #once: ReadonlySet<string>
  readonly #values = new Map<string, string>()

  /** The variables that these commands set once; the commands were read without variables. */
  constructor(commands: readonly ScriptCommand[]) {
    const times = new Map<string, number>()
    const count = (name: string, more: number) => times.set(name, (times.get(name) ?? 0) + more)
    let isAnythingRun = false
    for (const { words, otherwise, isCertain } of commands) {
      const all = [...words, ...otherwise]
      isAnythingRun ||= all.some((word) => runningAnything.test(word))
      for (const word of all) {
        const [, name, more] = assignment.exec(word) ?? []
        if (name !== undefined) count(name, isCertain && words.length === 1 && more === '' ? 1 : 2)
      }
      if (all.some((word) => changing.test(word))) for (const word of all) count(word, 2)
    }
    const once = [...times].filter(([, number]) => number === 1).map(([name]) => name)
    this.#once = new Set(isAnythingRun || times.has('IFS') ? [] : once)
  }

  /** Notes the value of a command that does nothing but set a variable; true where it is one that is set once to a text. */
  assign({ words: [word = '', ...others], unreadable }: ScriptCommand): boolean {
    const [, name = '', , value = ''] = assignment.exec(word) ?? []
    if (others.length > 0 || unreadable !== undefined || !this.#once.has(name)) return false
    // Bash puts a home directory there, where it is not quoted.
    if (/(?:^|:)~/.test(value)) return false
    this.#values.set(name, value)
    return true
  }

  /** The value of `$NAME` or `${NAME}`, undefined where it is not known. */
  valueOf(reference: string): string | undefined {
    return this.#values.get(reference.replace(/[${}]/g, ''))
  }
}
