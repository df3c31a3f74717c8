import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What a program that ran left behind. */
export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Where files of a system lie for a while: in memory where there is such a place, since programs wait for the disk. */
export function folderFor(system: string): string {
  return system === '/' && existsSync('/dev/shm') ? '/dev/shm' : join(system, 'tmp')
}

/** A program and its arguments as another system's, by chroot. */
export function within(
  system: string,
  program: string,
  args: readonly string[],
): [program: string, args: string[]] {
  return system === '/' ? [program, [...args]] : ['chroot', [system, program, ...args]]
}

/** The path of a file for programs of that system. */
export function innerPath(system: string, path: string): string {
  return join('/', relative(system, path))
}
