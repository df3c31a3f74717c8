import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'

const { file, run, remove } = commandLine()
afterAll(remove)

const cib =
  '<cib validate-with="none"><configuration><crm_config/><nodes/><resources/><constraints/></configuration></cib>'
for (const name of ['a/1.xml', 'a/2.xml', 'a/b/3.xml', 'a/node_modules/4.xml', 'a/[x].xml', 'a/x.xml']) {
  file(name, cib)
}
const checked = (...names: readonly string[]) => {
  const { status, stdout, stderr } = run(['check', ...names])
  return { status, stderr, files: stdout.split('\n').flatMap((line) => /^(.*?): \d/.exec(line)?.[1] ?? []) }
}

describe('a glob', () => {
  test.each([
    ['a/*.xml', ['a/1.xml', 'a/2.xml', 'a/[x].xml', 'a/x.xml']],
    ['a/**/*.xml', ['a/1.xml', 'a/2.xml', 'a/[x].xml', 'a/b/3.xml', 'a/x.xml']],
    ['./a/{1,2}.xml', ['a/1.xml', 'a/2.xml']],
    ['a/?.xml', ['a/1.xml', 'a/2.xml', 'a/x.xml']],
    ['a/[x].xml', ['a/[x].xml']],
  ])('%s is its files, each with a summary', (pattern, files) => {
    expect(checked(pattern).files).toEqual(files)
  })

  test('names each file once, whatever else names it', () => {
    expect(checked('a/1.xml', 'a/[12].xml', './a/2.xml').files).toEqual(['a/1.xml', 'a/2.xml'])
  })

  test('without a match is wrong usage, and checks nothing', () => {
    expect(checked('a/1.xml', 'nowhere/*.xml')).toEqual({
      status: 2,
      files: [],
      stderr: 'lightcib: no file matches "nowhere/*.xml"\n',
    })
  })
})
