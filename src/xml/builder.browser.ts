// @ts-expect-error the package has types only for its other files, and those import modules of Node
import library from 'xmlbuilder2/lib/xmlbuilder2.min.js'
import type { Library } from './builder.js'

/** What builder.ts returns, for browsers: package.json names this file in its place. */
export function xmlBuilder(): Library {
  return library as Library
}
