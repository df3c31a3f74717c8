import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licenses of the packages whose code is among the files. */
export function licenses(files) {
  const packages = files.map((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
  return [...new Set(packages)]
    .filter((folder) => folder !== undefined)
    .sort()
    .map((folder) => {
      const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file))
      const text = name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim()
      return `${folder.slice('node_modules/'.length)}\n\n${text}\n`
    })
    .join('\n')
}
