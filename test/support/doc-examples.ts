import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tools.js'

/** The `@example` of one exported function. */
export interface DocExample {
  readonly name: string
  readonly file: string
  readonly code: string
  /** Each run of comment lines that shows XML. */
  readonly xml: readonly string[]
  /** Each comment line that shows a pcs command. */
  readonly commands: readonly string[]
}

const documented = /\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\nexport (?:async )?(?:function|const) (\w+)/g

/** The examples in the comments of exported functions, but for the command line's and those that start programs. */
export function docExamples(): readonly DocExample[] {
  const src = join(root, 'src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file))
  return files
    .filter((file) => !/^(?:apply|cli|pacemaker)\//.test(file))
    .flatMap((file) =>
      [...readFileSync(join(src, file), 'utf8').matchAll(documented)].flatMap(
        ([, comment = '', name = '']) => {
          const code = /@example\n \* ```ts\n([\s\S]*?) \* ```/.exec(comment)?.[1]?.replace(/^ \* ?/gm, '')
          return code === undefined ? [] : [{ name, file, code, ...shown(code) }]
        },
      ),
    )
}

function shown(code: string): Pick<DocExample, 'xml' | 'commands'> {
  const comments = code.split(/^(?!\/\/)[^\n]*\n/m).join('\n')
  const lines = comments.split('\n').map((line) => line.replace(/^\/\/ ?/, '').trim())
  const xml = lines.map((line) => (line.startsWith('<') ? line : '')).join('\n')
  return {
    xml: xml.split(/\n{2,}/).flatMap((block) => block.trim() || []),
    commands: lines.filter((line) => line.startsWith('pcs ')),
  }
}

/** An example as a module that exports all that it declares; names of the library are imported. */
export function moduleOf(code: string, names: readonly string[]): string {
  const words = code.replace(/^\/\/.*$/gm, '').replace(/'[^']*'/g, "''")
  const used = names.filter((name) =>
    new RegExp(`(?<!\\.)\\b${name.replace('type ', '')}\\b(?! ?[:)])`).test(words),
  )
  const declared = new Set(
    [...code.matchAll(/^const (?:\{([^}]*)\}|\[([^\]]*)\]|(\w+))/gm)].flatMap(([, fields, items, name]) =>
      (fields ?? items ?? name ?? '').split(',').map((each) => each.trim()),
    ),
  )
  const imported = used.filter((name) => !declared.has(name))
  return `import { ${imported.join(', ')} } from 'lightcib'\n${code.replace(/^const /gm, 'export const ')}`
}
