import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages } from '../support/pages.js'
import { root, run } from '../support/tools.js'

test('npm run docs builds every page and the API, without a dead link', () => {
  const { status, stdout, stderr } = run('npm', ['run', '--prefix', root, 'docs'])
  expect(status, stdout + stderr).toBe(0)
  const built = join(root, 'site/.vitepress/dist')
  const missing = pages
    .filter((page) => page.startsWith('docs/'))
    .map((page) =>
      page
        .replace(/^docs\//, '')
        .replace(/README\.md$/, 'index.md')
        .replace(/md$/, 'html'),
    )
    .filter((page) => !existsSync(join(built, page)))
  expect(missing).toEqual([])
  expect(readFileSync(join(built, 'api/index/functions/vipWithHaproxy.html'), 'utf8')).toContain('HAProxy')
})
