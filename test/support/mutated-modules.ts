import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { toSource } from '../../src/source/index.js'
import { changedOnce, inScenarios, mutated, scenarios } from './mutated-text.js'
import type { Random } from './random.js'

/** Modules that load from any folder: those of the scenarios, and their CIBs as source. */
const modules = [
  ...inScenarios('cluster.ts').map((text) =>
    text
      .replace(/'\.\.\/(\w+)\.js'/g, `'${scenarios}/$1.ts'`)
      .replace(/'\.\/(\w+)\.js'/g, `'${scenarios}/kitchen-sink/$1.ts'`),
  ),
  ...inScenarios('cib.xml').map((xml) => toSource(readCib(xml).output as Cluster).output ?? ''),
]

/** Values that a module may pass where another one is expected. */
const values = [
  ...['undefined', 'null', '0', '-1', '1e400', 'NaN', '7n', 'Symbol()', "''", "'a b'", "'\\u009b\\u202e'"],
  ...['true', '[]', '[null]', '[,]', '{}', '() => {}', 'class {}', 'new Date(NaN)', 'new Map()'],
  ...['globalThis', 'process', 'import.meta', 'Object.create(null)', 'Promise.resolve()', "'x'.repeat(1e6)"],
  ...['new Array(1e9)', 'new Proxy({}, { get() { throw null } })', '{ get id() { throw 1 } }', 'cluster'],
  ...['[1, 2, 3].map(String)', '{ ...globalThis }', '{ id: 5 }', "{ element: 'primitive' }", "'#default'"],
  ...['cluster({})', 'cluster(null)', 'cluster(cluster)', 'new Error("e")', "{ __proto__: { id: 'x' } }"],
  ...['{ toString: null, valueOf: null }', '[[[]]]', 'new (class { element = "clone" })()', 'Reflect', '/x/'],
]

/** What ends, blocks or fails while a module loads. */
const endings = [
  ...['process.exit(0)', 'process.exit()', 'process.abort()', 'process.kill(process.pid)'],
  ...['process.reallyExit(1)', 'await new Promise(() => {})', 'Promise.reject(0)', 'console.log(1)'],
  ...['setTimeout(() => process.exit(0))', '(function f() { return f() })()', 'JSON.parse("{")'],
  ...['(() => { throw null })()', 'import("./none.js")', 'process.exitCode = 7', 'console.error("\\u009b")'],
  ...['setInterval(() => {}, 1000)', 'setTimeout(() => { throw 1 })', 'process.chdir("/")'],
  ...['process.stdout.write("x")', 'process.stdout.end()', 'queueMicrotask(() => { throw {} })'],
  ...['Error.prepareStackTrace = () => { throw 1 }', 'Error.stackTraceLimit = 0'],
  ...['process.emitWarning("w")'],
]

/** The same, each of which takes as long as the time limit. */
const loops = ['(() => { while (true); })()', 'for (;;) await 0']

const literal = /(?<![\w.])(?:'[^'\n]*'|\d+|true|false|undefined)(?=\s*[,)\]}])/g
const argument = /(?<=[([,] ?)[a-z]\w*(?=[,)\]])/gi
const call = /(?<![\w.])[a-z]\w*(?=\()/g
const property = /^ *[\w'-]+: [^,\n({[]+,$/gm

/** A module with one value, argument, call or property changed so that it still parses. */
function changedModule(text: string, random: Random): string {
  const start = text.lastIndexOf("from '")
  const end = text.indexOf('\n', start) + 1
  const [head, body] = [text.slice(0, end), text.slice(end)]
  const builders = [...new Set(body.match(call) ?? ['cluster'])]
  const value = () => `(${random.pick(values)})`
  switch (random.weighted({ literal: 8, argument: 4, call: 3, property: 2, add: 2, ending: 1, loop: 0.02 })) {
    case 'literal':
      return head + changedOnce(body, literal, random, value)
    case 'argument':
      return head + changedOnce(body, argument, random, value)
    case 'call':
      return head + changedOnce(body, call, random, () => random.pick(builders))
    case 'property':
      return head + changedOnce(body, property, random, (line) => random.pick(['', `${line}\n${line}`]))
    case 'add':
      return head + changedOnce(body, literal, random, (text) => `${text}, ${value()}`)
    case 'ending':
      return random.pick([
        () => `${head}${random.pick(endings)}\n${body}`,
        () => `${text}\n${random.pick(endings)}\n`,
        () => head + changedOnce(body, literal, random, () => `(${random.pick(endings)})`),
      ])()
    default:
      return `${head}${random.pick(loops)}\n${body}`
  }
}

/** A module that was changed at random: three of four still parse. */
export function mutatedModule(random: Random): string {
  let text = random.pick(modules)
  if (random.chance(0.25)) {
    return mutated(text, /(\w+|'[^']*'|[()[\]{},.:])/, [...values, ...endings, ...loops], random)
  }
  for (let left = random.between(1, 3); left > 0; left--) text = changedModule(text, random)
  return text
}
