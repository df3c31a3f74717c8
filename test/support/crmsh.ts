import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './tools.js'

const python = '/usr/bin/python3'

/** What crmsh made of an input: a text, or what it says. */
export interface CrmshAnswer {
  readonly output?: string
  readonly says: string
}

/** The CIB after `crm configure load replace` of each text, on an empty CIB of that schema. */
export function crmshLoads(
  inputs: readonly { readonly text: string; readonly schema: string }[],
): readonly CrmshAnswer[] {
  return inFolder((folder) => {
    const files = inputs.map(({ text, schema }, at) => {
      const [base, config, out] = ['base', 'crm', 'out'].map((kind) => join(folder, `${at}.${kind}`)) as [
        string,
        string,
        string,
      ]
      writeFileSync(
        base,
        `<cib crm_feature_set="3.16.1" validate-with="${schema}" epoch="1" num_updates="0" admin_epoch="0"><configuration><crm_config/><nodes/><resources/><constraints/></configuration><status/></cib>`,
      )
      writeFileSync(config, text)
      return [base, config, out] as const
    })
    return answers('load', files)
  })
}

/** What `crm configure show` prints of each CIB. */
export function crmshShows(cibs: readonly string[]): readonly CrmshAnswer[] {
  return inFolder((folder) => {
    const files = cibs.map((cib, at) => {
      const file = join(folder, `${at}.xml`)
      writeFileSync(file, cib)
      return [file, join(folder, `${at}.crm`)] as const
    })
    return answers('show', files)
  })
}

function answers(command: string, files: readonly (readonly string[])[]): readonly CrmshAnswer[] {
  const script = join(root, 'test/support/crm_load.py')
  const said = execFileSync(python, [script, command, ...files.flat()], { encoding: 'utf8', maxBuffer: 1e9 })
  const lines = said.trim().split('\n')
  return files.map((each, at) =>
    lines[at] === 'ok'
      ? { output: readFileSync(each.at(-1) as string, 'utf8'), says: '' }
      : { says: lines[at] ?? '' },
  )
}

function inFolder<Value>(use: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-crm-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
