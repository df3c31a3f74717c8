import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/tools.js'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...['docs', 'examples']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
        .map((name) => join(folder, name)),
    ),
]

/** A page without what is in code: that has no links. */
function prose(page: string): string {
  return readFileSync(join(root, page), 'utf8')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, '``')
}

/** The anchor that GitHub and VitePress give a heading. */
function anchorsOf(page: string): ReadonlySet<string> {
  const text = readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
  return new Set(
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replace(/ /g, '-'),
    ),
  )
}

/** The links of a page to files of the project. */
function linksOf(page: string) {
  return [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return []
    const [path = '', anchor] = target.split('#')
    return [{ target, anchor, file: path === '' ? page : normalize(join(dirname(page), path)) }]
  })
}

test.each(pages)('the links of %s lead somewhere', (page) => {
  const dead = linksOf(page).filter(
    ({ file, anchor }) =>
      !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(file).has(anchor)),
  )
  expect(dead.map(({ target }) => target)).toEqual([])
})

test('every page of docs/ is linked from another one', () => {
  const linked = new Set(
    pages.flatMap((page) =>
      linksOf(page).flatMap(({ file }) => (file === page ? [] : [file, join(file, 'README.md')])),
    ),
  )
  const orphans = pages.filter((page) => page.startsWith('docs/') && !linked.has(page))
  expect(orphans).toEqual([])
})
