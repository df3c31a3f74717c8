import * as builders from '../../dsl/index.js'

/** What no variable may be called: reserved words, names of types, and the builders. */
const reserved: readonly string[] = [
  ...'abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default delete do else enum eval export exports extends false finally for from function get if implements import in infer instanceof interface is keyof let module namespace never new null number object of package private protected public readonly require return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield'.split(
    ' ',
  ),
  ...Object.keys(builders),
]

/** Names of variables after ids, each unique; no parameter of a function has the name of a variable. */
export class VariableNames {
  readonly #used = new Set(reserved)
  readonly #parameters = new Set<string>()

  /** `ip-192.0.2.6` is `ip192_0_2_6`; a second of that name is `ip192_0_2_6_2`. */
  claim(id: string): string {
    const free = freeName(id, (name) => this.#used.has(name) || this.#parameters.has(name))
    this.#used.add(free)
    return free
  }

  /** The name of a parameter beside `others` of the same function; other functions may use it too. */
  claimParameter(id: string, others: readonly string[]): string {
    const free = freeName(id, (name) => this.#used.has(name) || others.includes(name))
    this.#parameters.add(free)
    return free
  }
}

function freeName(id: string, isUsed: (name: string) => boolean): string {
  const name = camelCase(id)
  let free = name
  for (let n = 2; isUsed(free); n++) free = /\d$/.test(name) ? `${name}_${n}` : `${name}${n}`
  return free
}

/** A legal name of ASCII letters and digits; `_` is between two numbers. */
export function camelCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const joined = words.reduce((name, word) => {
    if (name === '') return lowerStart(word)
    if (/\d$/.test(name) && /^\d/.test(word)) return `${name}_${word}`
    return name + word.charAt(0).toUpperCase() + word.slice(1)
  }, '')
  return /^[A-Za-z]/.test(joined) ? joined : `_${joined}`
}

/** `IPaddr2` is `ipaddr2`, `HTTPServer` is `httpServer`. */
function lowerStart(word: string): string {
  const [capitals = ''] = /^[A-Z]*/.exec(word) ?? []
  const length = capitals.length > 2 && capitals.length < word.length ? capitals.length - 1 : capitals.length
  return word.slice(0, length).toLowerCase() + word.slice(length)
}
