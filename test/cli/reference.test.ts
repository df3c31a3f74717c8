import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../../src/cli/program/program.js'
import { definitionsOf } from '../../src/cli/reference/definitions.js'
import { toMan } from '../../src/cli/reference/man.js'
import { toMarkdown } from '../../src/cli/reference/markdown.js'
import { commandLine } from '../support/command-line.js'
import { describeWith, root, run as tool } from '../support/tools.js'

const { folder, file, run, remove } = commandLine()
afterAll(remove)

const commands = definitionsOf(program)

test('docs/command-line.md has every command (UPDATE=1 writes it)', () => {
  const path = join(root, 'docs/command-line.md')
  const [intro = ''] = readFileSync(path, 'utf8').split(/(?<=<!-- Below.*-->\n)/)
  const text = `${intro}\n${toMarkdown(commands)}`
  if (process.env.UPDATE === '1') writeFileSync(path, text)
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('every option of the help is defined', () => {
  for (const { name, options } of commands) {
    const help = run([name, '--help']).stdout
    const printed = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, long]) => long)
    expect(printed.filter((long) => long !== '--help')).toEqual(options.map(({ long }) => long))
  }
})

/** `lightcib` in a folder of its own, for $PATH. */
const bin = join(folder, 'bin')
beforeAll(() => {
  mkdirSync(bin)
  writeFileSync(
    join(bin, 'lightcib'),
    `#!/bin/sh\nexec '${process.execPath}' '${root}dist/cli/main.js' "$@"\n`,
    {
      mode: 0o755,
    },
  )
})
const environment = () => [`PATH=${bin}:${process.env.PATH}`, `HOME=${folder}`]
const inShell = (args: readonly string[]) => {
  const { status, stdout, stderr } = tool('env', [...environment(), ...args])
  expect([status, stderr]).toEqual([0, ''])
  return stdout.split(/\r?\n/).filter((line) => line !== '')
}

const formats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit']
const cases: readonly (readonly [words: readonly string[], expected: readonly string[]])[] = [
  [['ch'], ['check']],
  [['check', '--form'], ['--format']],
  [['check', '--format', ''], formats],
  [
    ['check', 'a.xml', '--format', 'g'],
    ['github', 'gitlab'],
  ],
  [['check', '--policy', 'no-order'], ['no-order-cycle']],
  [
    ['compile', 'x.ts', '--pcs', '0.1'],
    ['0.10', '0.11', '0.12'],
  ],
  [['explain', 'order-cyc'], ['order-cycle']],
  [['completion', 'b'], ['bash']],
]

describeWith(['bash'], 'bash', () => {
  const complete = (words: readonly string[]) =>
    inShell([
      'bash',
      '--norc',
      '-c',
      `source <(lightcib completion bash); COMP_WORDS=(lightcib "$@"); COMP_CWORD=$#; _lightcib; printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      ...words,
    ])
  test.each(cases)('completes %j', (words, expected) => expect(complete(words)).toEqual(expected))

  test('completes a value behind =, and files by itself where one is expected', () => {
    expect(complete(['check', '--format', '=', 's'])).toEqual(['sarif'])
    expect(complete(['check', '--config', ''])).toEqual([])
    expect(complete(['check', 'clus'])).toEqual([])
  })
})

describeWith(['shellcheck'], 'bash', () => {
  test('is clean', () => {
    const path = file('completion.bash', run(['completion', 'bash']).stdout)
    expect(tool('shellcheck', ['-s', 'bash', path]).stdout).toBe('')
  })
})

describeWith(['fish'], 'fish', () => {
  test.each(cases)('completes %j', (words, expected) => {
    const line = ['lightcib', ...words].join(' ')
    const script = `lightcib completion fish | source; complete -C ${JSON.stringify(line)}`
    const names = inShell(['fish', '--no-config', '-c', script]).map((each) => each.split('\t')[0])
    expect(names.sort()).toEqual([...expected].sort())
  })
})

describeWith(['zsh'], 'zsh', () => {
  /** What a real zsh on a terminal of its own lists when Tab is pressed twice. */
  const driver = `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PROMPT=; unsetopt zle_bracketed_paste; stty cols 400; autoload -U compinit; compinit -u -d $HOME/dump; source <(lightcib completion zsh); setopt NO_ALWAYS_LAST_PROMPT NO_LIST_BEEP; LISTMAX=9999; zstyle ':completion:*' list-packed no; zstyle ':completion:*' menu no; echo REA''DY"
local text
while zpty -r z text; do [[ $text == *READY* ]] && break; done
zpty -w -n z "lightcib $1"$'\\t\\t'
sleep 2
while zpty -r -t z text; do print -rn -- "$text"; done
zpty -d z`
  test.each([
    ['check --format ', formats],
    ['check --format s', ['sarif']],
    ['ch', ['check']],
    ['compile --pcs ', ['0.10', '0.11', '0.12']],
  ])('completes "%s"', (line, expected) => {
    const { stdout } = tool('env', [...environment(), 'zsh', '-f', '-c', driver, 'zsh', line])
    for (const word of expected) expect(stdout).toContain(word)
  })
})

describe('the man page', () => {
  const page = toMan(commands, program.description(), program.version() ?? '')

  describeWith(['man'], 'is clean', () => {
    test('for man --warnings', () => {
      const { status, stderr } = tool('man', ['--warnings', '-l', file('lightcib.1', page)])
      expect([status, stderr]).toEqual([0, ''])
    })
  })

  describeWith(['mandoc'], 'is clean', () => {
    test('for mandoc, but for a date, with which no two builds would be alike', () => {
      const { stdout, stderr } = tool('mandoc', ['-T', 'lint', '-W', 'warning', file('lightcib.1', page)])
      expect(
        (stdout + stderr).split('\n').filter((line) => line !== '' && !line.includes('missing date')),
      ).toEqual([])
      const text = tool('mandoc', ['-T', 'ascii', file('lightcib.1', page)]).stdout.replace(/.[\b]/g, '')
      for (const { name, options } of commands) {
        expect(text).toContain(`lightcib ${name} `)
        for (const { long } of options) expect(text).toContain(long)
      }
      expect(text).toContain("'clusters/**/*.xml'")
    })
  })
})
