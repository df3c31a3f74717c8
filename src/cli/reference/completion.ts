import type { Command } from 'commander'
import { toBash } from './bash.js'
import { definitionsOf } from './definitions.js'
import { toFish } from './fish.js'
import { toZsh } from './zsh.js'

const printers = { bash: toBash, zsh: toZsh, fish: toFish } as const

/** `lightcib completion`: a script by which a shell completes commands, options and values. */
export function completion(program: Command, shell: keyof typeof printers): void {
  process.stdout.write(printers[shell](definitionsOf(program)))
}
