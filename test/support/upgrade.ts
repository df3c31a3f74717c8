import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCib, writeCib } from '../../src/cib/index.js'
import { folderFor, innerPath, within } from './system.js'
import { run } from './tools.js'

/** Each CIB as `cibadmin --upgrade --force` leaves it, undefined where that does not reach the schema. */
export function upgradedTo(
  schema: string,
  texts: readonly string[],
  system = '/',
): readonly (string | undefined)[] {
  const folder = mkdtempSync(join(folderFor(system), 'lightcib-upgrade-'))
  try {
    const files = texts.map((text, at) => {
      const file = join(folder, `${at}.xml`)
      writeFileSync(file, text)
      return file
    })
    const script = 'for file; do CIB_file=$file cibadmin --upgrade --force >/dev/null 2>&1; done'
    const { status } = run(
      ...within(system, 'sh', ['-c', script, 'sh', ...files.map((file) => innerPath(system, file))]),
    )
    if (status === null) throw new Error('cibadmin did not end')
    return files.map((file) => {
      const text = readFileSync(file, 'utf8')
      return text.includes(`validate-with="${schema}"`) ? text : undefined
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What the order in the text and the number of the change say, and what is not the configuration's. */
const ignored: readonly string[] = [
  ...['comments', 'closingComments', 'order', 'text', 'status', 'adminEpoch', 'epoch', 'numUpdates'],
  ...['cibLastWritten', 'updateOrigin', 'updateClient', 'updateUser'],
]

function modelOf(text: string): string {
  const { output } = readCib(text)
  return JSON.stringify(
    output,
    (key, value) => {
      if (ignored.includes(key)) return undefined
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
      const known = Object.entries(value).filter(([name]) => !ignored.includes(name))
      return known.length === 0 ? undefined : Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1)))
    },
    1,
  )
}

/** How many CIBs we upgrade as Pacemaker does, which we refuse, and where the two differ. */
export function differenceFromUpgrade(schema: string, texts: readonly string[], system = '/') {
  const upgraded = upgradedTo(schema, texts, system)
  const differences: { at: number; real: string; ours: string }[] = []
  const errors: string[] = []
  let equal = 0
  for (const [at, text] of texts.entries()) {
    const real = upgraded[at]
    const { output: cluster } = readCib(text)
    if (real === undefined || cluster === undefined) continue
    const { output, diagnostics } = writeCib(cluster, { schema })
    const [error] = diagnostics.filter(({ severity }) => severity === 'error')
    if (output === undefined) {
      errors.push(`${at} ${error?.path}: ${error?.message}`)
      continue
    }
    const [theirs, ours] = [modelOf(real).split('\n'), modelOf(output).split('\n')]
    const first = theirs.findIndex((line, number) => line !== ours[number])
    if (first === -1 && theirs.length === ours.length) equal++
    else {
      const around = (lines: string[]) =>
        lines
          .slice(Math.max(0, first - 4), first + 5)
          .join('')
          .replace(/ +/g, ' ')
      differences.push({ at, real: around(theirs), ours: around(ours) })
    }
  }
  return { differences, equal, errors }
}
