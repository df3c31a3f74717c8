import { transformSync } from 'esbuild'
import * as dsl from '../../src/dsl/index.js'

/** One piece of TypeScript of a document, with what stands beside it. */
export interface Example {
  readonly code: string
  /** The CIB that it becomes, and where that stands in the document. */
  readonly xml?: { readonly text: string; readonly start: number }
  /** The pcs commands that make the same. */
  readonly commands: readonly string[]
}

/** The examples of a Markdown document, in order. */
export function examplesIn(document: string): readonly Example[] {
  const examples: { code: string; xml?: { text: string; start: number }; commands: string[] }[] = []
  for (const block of document.matchAll(/^```(ts|xml|sh)\n([\s\S]*?)^```$/gm)) {
    const [whole, language, text = ''] = block
    const last = examples.at(-1)
    if (language === 'ts') examples.push({ code: text, commands: [] })
    else if (language === 'xml' && last) {
      last.xml = { text, start: block.index + whole.indexOf('\n') + 1 }
    } else last?.commands.push(...text.split('\n').filter((line) => line !== ''))
  }
  return examples
}

/** All examples as one module, in which a function `record` is told what each one makes. */
export function moduleOf(examples: readonly Example[]): string {
  const bodies = examples.map(({ code }, index) => bodyOf(code.replace(/^import .*\n+/m, ''), index))
  const words = new Set([...bodies.join('\n').matchAll(/\b([a-zA-Z]+)(?=[(.])/g)].map(([, word]) => word))
  const names = Object.keys(dsl).filter((name) => words.has(name))
  return `import { ${names.join(', ')} } from 'lightcib'
declare const record: (index: number, made: unknown) => void
${bodies.join('\n')}`
}

function bodyOf(code: string, index: number): string {
  const names = [...code.matchAll(/^const (\w+)/gm)].map(([, name]) => name)
  const exported = code.replace(/^const /gm, 'export const ')
  if (exported.includes('export default ')) {
    return `${exported.replace('export default ', 'export const whole = ')}record(${index}, whole)\n`
  }
  const made = names.at(-1)
  return made === undefined ? `record(${index},\n${code})\n` : `${exported}record(${index}, ${made})\n`
}

/** What each example makes, and all that they name. */
export function run(module: string): {
  readonly made: readonly unknown[]
  readonly named: readonly object[]
} {
  const { code } = transformSync(module, { loader: 'ts', format: 'cjs', target: 'es2022' })
  const made: unknown[] = []
  const exported = { exports: {} as Readonly<Record<string, object>> }
  const record = (index: number, value: unknown) => {
    made[index] = value
  }
  new Function('module', 'exports', 'require', 'record', code)(exported, exported.exports, () => dsl, record)
  return { made, named: Object.values(exported.exports) }
}
