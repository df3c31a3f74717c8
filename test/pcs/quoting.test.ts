import fc from 'fast-check'
import { expect, it } from 'vitest'
import { commandLines, comment, quote } from '../../src/pcs/script/quoting.js'
import { describeWith, run } from '../support/tools.js'

const hostile = fc.string({
  unit: fc.constantFrom(
    ...'\'"`$\\;&|<>(){}*?![]#~=% \n\t\r-aé’😀\u0007\u007f\u0085\u2028',
    '$(',
    '${',
    ...'\u009b\u202e\u00a0\u3164\ufe0f\u{e0041}',
    '~/',
  ),
})

describeWith(['bash'], 'words in the script', () => {
  it('arrive in a program unchanged, on one line or broken over several', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 40 }), (words) => {
        const script = commandLines(['printf', '%s\\0', ...words]).join('\n')
        expect(run('bash', ['-c', script]).stdout).toBe(words.map((word) => `${word}\0`).join(''))
      }),
      { numRuns: 200 },
    )
  })

  it('are not read as keywords of bash, nor a comment as commands', () => {
    expect(quote('done')).toBe("'done'")
    fc.assert(
      fc.property(hostile, (text) => {
        const { status, stdout, stderr } = run('bash', ['-c', [...comment(text), 'echo end'].join('\n')])
        expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'end\n', stderr: '' })
      }),
      { numRuns: 100 },
    )
  })
})

describeWith(['shellcheck'], 'shellcheck', () => {
  it('finds nothing in any word', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 200, maxLength: 200 }), (words) => {
        const lines = words.flatMap((word) => commandLines(['printf', '%s', word, `name=${word}`]))
        const { stdout } = run('shellcheck', ['--shell=bash', '-'], lines.join('\n'))
        expect(stdout).toBe('')
      }),
      { numRuns: 10 },
    )
  })
})
