import { execFile } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectsFolder, writeBelow } from '../support/page-projects.js'
import { type Block, blocksOf, pages } from '../support/pages.js'
import { startPcsServer } from '../support/pcs-server.js'
import { has, root, run } from '../support/tools.js'

const { folder, readme, remove } = projectsFolder()
const server = has('pcs') ? await startPcsServer() : undefined
afterAll(() => {
  server?.stop()
  remove()
})

/** Real tools that commands of the pages need. */
const tools = ['pcs', 'cibadmin', 'crm_verify', 'crm_simulate', 'shellcheck'].filter((tool) => !has(tool))

/** `dsl.md` shows what pcs commands an example is, which its own test runs. */
const withCommands = pages.filter(
  (page) => page !== 'docs/dsl.md' && blocksOf(page).some(({ language }) => language === 'sh'),
)

test.concurrent.each(withCommands)(
  'the commands of %s do what it shows (UPDATE=1 writes it)',
  async (page) => {
    const own = join(folder, page.replace(/\W/g, '-'))
    cpSync(readme, own, { recursive: true })
    symlinkSync(join(root, 'fixtures'), join(own, 'fixtures'))
    const blocks = blocksOf(page)
    // The cluster that is running is the first one of the page.
    const first = blocks.find(({ name }) => name === 'cluster.ts')
    if (first !== undefined) {
      writeBelow(own, 'cluster.ts', first.text)
      const { code, output } = await bash('lightcib compile cluster.ts -o cib.xml', own)
      expect(code, output).toBe(0)
    }
    cpSync(join(own, 'cib.xml'), join(own, '.live/cib.xml'))
    for (const [at, block] of blocks.entries()) {
      if (block.name !== undefined) writeBelow(own, block.name, block.text)
      if (block.language === 'sh') await runs(block, shownAfter(blocks, at), own)
    }
    for (const picture of picturesOf(page)) {
      const [drawn, shown] = [join(own, picture), join(root, dirname(page), picture)]
      if (process.env.UPDATE === '1') cpSync(drawn, shown)
      expect(readFileSync(shown, 'utf8') === readFileSync(drawn, 'utf8'), picture).toBe(true)
    }
  },
)

/** The pictures of a page that its own commands draw: those in `img`. */
function picturesOf(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/^!\[.*\]\((img\/.*)\)$/gm)].map(([, path]) => path as string)
}

/** Runs a block of commands: each with the exit code that its comment has, else 0. */
async function runs(block: Block, shown: string | undefined, own: string): Promise<void> {
  const label = `${block.page}:${block.line}`
  const script = block.text.replace(
    /^(.*?) +# exit code (\d+).*$/gm,
    (_, command, code) => `code=0; ${command} || code=$?; [ $code -eq ${code} ]`,
  )
  expect(run('bash', ['-n', '-c', script]).stderr, label).toBe('')
  const missing = tools.filter((tool) => new RegExp(`\\b(?:${tool})\\b`).test(script))
  if (block.note !== '' || missing.length > 0) return
  const { code, output } = await bash(`set -eu\n${script}`, own)
  expect(code, `${label}\n${output}`).toBe(0)
  if (shown === undefined) return
  const expected = elided(output, shown)
  if (process.env.UPDATE === '1' && expected !== shown) {
    const path = join(root, block.page)
    const [before, after] = [shown, output].map((text) => `${block.text}\`\`\`\n\`\`\`text\n${text}\`\`\``)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(before as string, () => after as string),
    )
  } else expect(expected, label).toBe(shown)
}

/** The text that a page shows as the output of a block: a block right below it. */
function shownAfter(blocks: readonly Block[], at: number): string | undefined {
  const [block, next] = blocks.slice(at)
  if (block === undefined || next?.language !== 'text') return undefined
  return next.line === block.line + block.text.split('\n').length + 1 ? next.text : undefined
}

/** The output, with `...` in place of the lines for which the shown text has it. */
function elided(output: string, shown: string): string {
  const pattern = shown
    .split(/^\.\.\.\n/m)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(?:.*\\n)*?')
  return new RegExp(`^${pattern}$`).test(output) ? shown : output
}

function bash(script: string, cwd: string): Promise<{ readonly code: number; readonly output: string }> {
  const env = {
    ...process.env,
    ...server?.env,
    PATH: [join(folder, 'node_modules/.bin'), server?.env.PATH, process.env.PATH].join(':'),
    CIB_file: join(cwd, '.live/cib.xml'),
    NO_COLOR: '1',
  }
  return new Promise((resolve) => {
    execFile('bash', ['-c', `exec 2>&1\n${script}`], { cwd, env, maxBuffer: 1 << 26 }, (error, stdout) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout }),
    )
  })
}
