import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Every name that a module exports, sorted: `type Cluster`, `check`. Follows `export *` and reads the source alone. */
export function exportedNames(file: string): string[] {
  return [...new Set(namesOf(file))].sort()
}

function namesOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const names: string[] = []
  for (const [, type, list = ''] of source.matchAll(/^export (type )?\{([^}]*)\}/gm)) {
    for (const specifier of list.split(',').map((text) => text.trim())) {
      const [, marked, local, renamed] = /^(type )?(\w+)(?: as (\w+))?$/.exec(specifier) ?? []
      if (local !== undefined) names.push(`${type || marked ? 'type ' : ''}${renamed ?? local}`)
    }
  }
  for (const [, type, target = ''] of source.matchAll(/^export (type )?\* from '([^']+)'/gm)) {
    const inside = namesOf(fileOf(resolve(dirname(file), target)))
    names.push(...(type === undefined ? inside : inside.filter((name) => name.startsWith('type '))))
  }
  for (const [, kind, name] of source.matchAll(
    /^export (?:declare )?(interface|type|(?:async )?function|const|class) (\w+)/gm,
  )) {
    names.push(kind === 'interface' || kind === 'type' ? `type ${name}` : String(name))
  }
  return names
}

function fileOf(path: string): string {
  const source = path.replace(/\.js$/, '.ts')
  return existsSync(source) ? source : path
}
