import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { compilerOutput, withModules } from '../support/typescript.js'

const { folder, run, remove } = commandLine()
afterAll(remove)

const metadata = `<?xml version="1.0"?>
<!DOCTYPE resource-agent SYSTEM "ra-api-1.dtd">
<resource-agent name="another-name">
<longdesc lang="en">Runs a thing.</longdesc>
<parameters>
<parameter name="size" unique="0" required="1">
<longdesc lang="en">How large it is. */ export const x = 1</longdesc>
<content type="integer"/>
</parameter>
<parameter name="odd-name.1"><content type="boolean" default="no"/></parameter>
<parameter name="mode"><content type="select"><option value="it's"/><option value="b"/></content></parameter>
</parameters>
<actions><action name="start" timeout="20"/></actions>
</resource-agent>`

/** An agent that is a program, and writes noise too. */
function agentIn(provider: string, name: string): string {
  const inside = join(folder, provider)
  mkdirSync(inside, { recursive: true })
  const file = join(inside, name)
  writeFileSync(
    file,
    `#!/bin/sh\necho noise >&2\n[ "$1" = meta-data ] || exit 3\ncat <<'END'\nhello\n${metadata}\nEND\n`,
  )
  chmodSync(file, 0o755)
  return file
}

test('the declaration for agents of a folder types them in the DSL, with their texts', async () => {
  agentIn('acme', 'Thing')
  writeFileSync(join(folder, 'acme', 'fence_acme.xml'), metadata)
  const file = join(folder, 'agents.d.ts')
  expect(run(['agents', join(folder, 'acme'), '-o', file])).toMatchObject({ status: 0, stdout: '' })
  const declaration = readFileSync(file, 'utf8')
  expect(declaration).toContain('How large it is. *\\/ export')
  const source = `
    import { ocf, primitive, stonith } from 'lightcib'
    export const right = ocf.acme.Thing('a', { size: 1, 'odd-name.1': 'yes', mode: "it's" })
    export const fence = stonith.fence_acme('b', { size: '2', pcmk_host_list: 'c' })
    // @ts-expect-error: size is missing
    export const missing = ocf.acme.Thing('d', { mode: 'b' })
    // @ts-expect-error: not among its values
    export const wrong = primitive('e', 'ocf:acme:Thing', { size: 1, mode: 'c' })
  `
  const modules = { 'agents.d.ts': declaration, 'module.ts': source }
  expect(await withModules(modules, compilerOutput)).toBe('')
})

test('an agent that lightcib knows is replaced', async () => {
  const { stdout } = run(['agents', agentIn('heartbeat', 'Filesystem')])
  const source = `
    import { ocf } from 'lightcib'
    export const fs = ocf.heartbeat.Filesystem('a', { size: 1 })
  `
  expect(await withModules({ 'agents.d.ts': stdout, 'module.ts': source }, compilerOutput)).toBe('')
})

test('names that the declaration itself has, two of one name, and other encodings', async () => {
  const odd = join(folder, 'odd')
  mkdirSync(odd)
  for (const name of ['Agent', 'Fencing', 'fence_odd', 'a-b', 'a_b', 'twice'])
    writeFileSync(join(odd, `${name}.xml`), metadata)
  agentIn('odd', 'twice')
  const inherited = '<parameter name="toString"><content type="string"/></parameter></parameters>'
  writeFileSync(join(odd, 'object.xml'), metadata.replace('</parameters>', inherited))
  const described = `<?xml version="1.0" encoding="ISO-8859-1"?>${metadata.slice(metadata.indexOf('<resource-agent'))}`
  writeFileSync(
    join(odd, 'latin.xml'),
    described.replace('Runs a thing.', '@deprecated l\u00e4uft'),
    'latin1',
  )
  const { status, stdout } = run(['agents', odd])
  expect([status, stdout]).toEqual([0, expect.stringContaining('\\@deprecated l\u00e4uft')])
  const source = `
    import { ocf, primitive, stonith } from 'lightcib'
    export const right = [
      ocf.odd.Agent('a', { size: 1 }), ocf.odd.Fencing('b', { size: 1 }), ocf.odd['a-b']('c', { size: 1 }),
      ocf.odd.a_b('d', { size: 1 }), ocf.odd.twice('e', { size: 1 }), ocf.odd.latin('f', { size: 1 }),
      ocf.odd.object('k', { size: 1 }), primitive('l', 'ocf:odd:object', { size: 1, toString: 'text' }),
      stonith.fence_odd('g', { size: 1, pcmk_host_list: 'h' }),
    ]
    // @ts-expect-error: size is missing
    export const missing = ocf.odd.Agent('i', {})
    // @ts-expect-error: no fencing device
    export const other = ocf.odd.Fencing('j', { size: 1, pcmk_host_list: 'h' })
  `
  expect(await withModules({ 'agents.d.ts': stdout, 'module.ts': source }, compilerOutput)).toBe('')
})

test('what is no agent is named, and nothing to read is an error', () => {
  const none = join(folder, 'none')
  mkdirSync(none)
  writeFileSync(join(none, 'broken.xml'), '<resource-agent><parameters></resource-agent>')
  writeFileSync(join(none, 'readme.txt'), 'no program')
  writeFileSync(join(none, 'empty.xml'), '')
  const { status, stderr } = run(['agents', none])
  expect([status, stderr.includes('empty.xml'), stderr.includes('readme')]).toEqual([2, true, false])
  expect(run(['agents', join(folder, 'nowhere')])).toMatchObject({ status: 2, stdout: '' })
  expect(run(['agents'])).toMatchObject({ status: 2, stdout: '' })
  expect(run(['agents', '--provider', 'acme', agentIn('x', 'Other')]).stdout).toContain("'ocf:acme:Other'")
})
