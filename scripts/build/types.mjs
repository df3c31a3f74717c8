/** Leaves out the types that no public entry leads to. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function pruneTypes(entries) {
  const reached = new Set()
  const visit = (file) => {
    if (reached.has(file) || !existsSync(file)) return
    reached.add(file)
    const imported = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)\.js['"]/g)
    for (const [, name] of imported) visit(join(dirname(file), `${name}.d.ts`))
  }
  for (const entry of entries) visit(join(entry))
  for (const name of readdirSync('dist', { recursive: true })) {
    const file = join('dist', name)
    if (name.endsWith('.d.ts') && !reached.has(file)) rmSync(file)
  }
}
