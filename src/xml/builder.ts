import { createRequire } from 'node:module'

export type Library = typeof import('xmlbuilder2')

const load = createRequire(import.meta.url)

/** The library that prints XML, loaded when something is printed: what only reads and checks starts faster without it. */
export function xmlBuilder(): Library {
  return load('xmlbuilder2') as Library
}
