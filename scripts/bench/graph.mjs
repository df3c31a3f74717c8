/** The search for order cycles: time per resource in a short and a long chain, large sets, and the real scheduler. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

const small = 1000
const large = 100_000
const tries = 3
const most = 1.5

const numbered = (prefix, count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)
const set = (id, ids) =>
  `<resource_set id="${id}" sequential="false">${ids.map((ref) => `<resource_ref id="${ref}"/>`).join('')}</resource_set>`

function cibOf(ids, constraints) {
  const primitives = ids.map((id) => `<primitive id="${id}" class="ocf" provider="pacemaker" type="Dummy"/>`)
  return (
    '<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="0" num_updates="0"><configuration><crm_config/>' +
    `<nodes><node id="1" uname="n1"/></nodes><resources>${primitives.join('\n')}</resources>` +
    `<constraints>${constraints.join('\n')}</constraints></configuration></cib>`
  )
}

/** Each waits for the one before. */
function chain(count) {
  const ids = numbered('r', count)
  return cibOf(
    ids,
    ids.slice(1).map((id, at) => `<rsc_order id="o${at}" first="r${at}" then="${id}"/>`),
  )
}

/** Each of the one set before each of the other. */
function pairs(count) {
  const [first, then] = [numbered('a', count), numbered('b', count)]
  return cibOf([...first, ...then], [`<rsc_order id="o">${set('s1', first)}${set('s2', then)}</rsc_order>`])
}

/** The lines of the report; the last is whether the limit is kept. */
export function graph() {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-bench-'))
  const write = (name, cib) => {
    const file = join(folder, `${name}.xml`)
    writeFileSync(file, cib)
    return file
  }
  /** The least of a few tries for each figure: what else runs only adds to it. */
  const measure = (file, repeats) => {
    const child = [join(import.meta.dirname, 'graph-child.mjs'), file, String(repeats)]
    const all = Array.from({ length: tries }, () => JSON.parse(run(process.execPath, child).stdout))
    const least = (name) => Math.min(...all.map((each) => each[name]))
    return { milliseconds: least('milliseconds'), kilobytes: least('kilobytes') }
  }
  const beside = (count) => {
    const result = run('crm_simulate', [
      '--run',
      '--quiet',
      '--xml-file',
      write(`chain-${count}`, chain(count)),
    ])
    return result === undefined ? 'is not installed' : `${count} in ${result.seconds.toFixed(2)} s`
  }
  try {
    const few = measure(write('small', chain(small)), large / small)
    const many = measure(write('large', chain(large)), 1)
    const each = [few.milliseconds / small, many.milliseconds / large].map((ms) => ms * 1000)
    const ratio = each[1] / each[0]
    const sets = [300, 2000].map((count) => {
      const { milliseconds } = measure(write(`pairs-${count}`, pairs(count)), 1)
      return `${count} before ${count} in ${(milliseconds / 1000).toFixed(2)} s`
    })
    return [
      `cycles in a chain of ${large}: ${(many.milliseconds / 1000).toFixed(2)} s, ${(many.kilobytes / 1024).toFixed(0)} MB with the CIB; ` +
        `a resource ${each[0].toFixed(1)} us at ${small}, ${each[1].toFixed(1)} us at ${large}, ratio ${ratio.toFixed(2)}`,
      `cycles in sets: ${sets.join(', ')}`,
      `beside, crm_simulate on a chain: ${[500, 1000, 2000].map(beside).join(', ')}`,
      `limit (ratio ${most}): ${ratio <= most ? 'kept' : 'BROKEN'}`,
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
