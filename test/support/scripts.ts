import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tools.js'

/** Bash files of src as scripts contain them: one after the other, each without its first paragraph. */
function bashOf(...files: readonly string[]): string {
  const texts = files.map((file) => readFileSync(join(root, 'src', file), 'utf8'))
  return texts.map((text) => text.slice(text.indexOf('\n\n') + 2).trimEnd()).join('\n\n')
}

/** The frame of a pcs script with its Python. */
const frame = bashOf('pcs/script/frame.sh').replace(/@(\w+\.py)@/g, (_, name) =>
  readFileSync(join(root, 'src/pcs/script', name), 'utf8').trimEnd(),
)
const stages = ['main', 'prepare', 'join', 'start'].map((name) => `bootstrap/stages/${name}.sh`)

const parts = [
  [frame, '# [src/pcs/script/frame.sh]'],
  [bashOf(...stages), '# [src/bootstrap/stages/*.sh]'],
  [bashOf('systemd/hand-over.sh'), '# [src/systemd/hand-over.sh]'],
] as const

/**
 * A script as fixtures have it: in place of the parts that every script has, the names of their files,
 * and in place of the pcs script in a bootstrap script, the name of the file beside it.
 */
export function abbreviate(script: string, pcsScript?: string): string {
  const own = pcsScript === undefined ? script : replace(script, pcsScript.trimEnd(), '# [pcs-0.11.sh]')
  return parts.reduce((text, [part, name]) => replace(text, part, name), own)
}

function replace(text: string, part: string, name: string): string {
  return text.split(part).join(name)
}
