/** `check` of clusters with many members, orders or colocations: CPU time per item in a small and a large one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

const tries = 3

const numbered = (prefix, count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)
const primitive = (id, type = 'Dummy') =>
  `<primitive id="${id}" class="ocf" provider="heartbeat" type="${type}"/>`
const haproxy = '<primitive id="haproxy" class="systemd" type="haproxy"/>'

function cibOf(resources, constraints) {
  const nodes = numbered('n', 3).map((name) => `<node id="${name}" uname="${name}"/>`)
  return (
    '<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="0" num_updates="0"><configuration><crm_config/>' +
    `<nodes>${nodes.join('')}</nodes><resources>${resources.join('\n')}</resources>` +
    `<constraints>${constraints.join('\n')}</constraints></configuration></cib>`
  )
}

function group(count) {
  const members = numbered('r', count).map((id) => primitive(id))
  return { items: count, cib: cibOf([`<group id="g">${members.join('\n')}</group>`], []) }
}

function chain(count) {
  const ids = numbered('r', count)
  const orders = ids.slice(1).map((id, at) => `<rsc_order id="o${at}" first="r${at}" then="${id}"/>`)
  return {
    items: count,
    cib: cibOf(
      ids.map((id) => primitive(id)),
      orders,
    ),
  }
}

/** Each resource before all that follow it: all orders but those of neighbours are redundant. */
function completeOrder(count) {
  const ids = numbered('r', count)
  const orders = ids.flatMap((first, at) =>
    ids.slice(at + 1).map((then) => `<rsc_order id="o-${first}-${then}" first="${first}" then="${then}"/>`),
  )
  return {
    items: orders.length,
    cib: cibOf(
      ids.map((id) => primitive(id)),
      orders,
    ),
  }
}

/** An order and a colocation between each virtual IP and each service, one of which is HAProxy. */
function vipsWithServices(vips, services) {
  const addresses = numbered('vip', vips)
  const clones = ['haproxy', ...numbered('s', services - 1)]
  const constraints = addresses.flatMap((vip) =>
    clones.flatMap((id) => [
      `<rsc_order id="o-${vip}-${id}" kind="Optional" first="${vip}" then="${id}-clone"/>`,
      `<rsc_colocation id="c-${vip}-${id}" rsc="${id}-clone" with-rsc="${vip}" score="INFINITY"/>`,
    ]),
  )
  const resources = [
    ...addresses.map((id) => primitive(id, 'IPaddr2')),
    ...clones.map((id) => `<clone id="${id}-clone">${id === 'haproxy' ? haproxy : primitive(id)}</clone>`),
  ]
  return { items: constraints.length, cib: cibOf(resources, constraints) }
}

/** `most`: how many times as long an item may take in the large cluster. */
const rows = [
  { name: 'members of one group', small: group(1000), large: group(20_000), most: 1.5 },
  { name: 'orders in a chain', small: chain(1000), large: chain(20_000), most: 1.5 },
  {
    name: 'constraints between virtual IPs and services (100 x 10, 500 x 50)',
    small: vipsWithServices(100, 10),
    large: vipsWithServices(500, 50),
    most: 1.5,
  },
  {
    name: 'orders of 50 and 200 resources, each before all that follow',
    small: completeOrder(50),
    large: completeOrder(200),
    most: 2,
  },
]

/** The lines of the report; the last is whether the limits are kept. */
export function graphCheck() {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-bench-'))
  const file = join(folder, 'cib.xml')
  /** The least of a few tries, each in a process of its own: what else runs only adds to it. */
  const microseconds = ({ items, cib }, repeats) => {
    writeFileSync(file, cib)
    const child = [join(import.meta.dirname, 'graph-check-child.mjs'), file, String(repeats)]
    const all = Array.from({ length: tries }, () => Number(run(process.execPath, child).stdout))
    return (Math.min(...all) * 1000) / items
  }
  try {
    const results = rows.map(({ name, small, large, most }) => {
      const first = microseconds(small, Math.round(large.items / small.items))
      const second = microseconds(large, 1)
      const seconds = ((second * large.items) / 1e6).toFixed(2)
      const ratio = second / first
      return {
        text: `check of ${large.items} ${name}: ${seconds} s; one ${first.toFixed(1)} us in ${small.items}, ${second.toFixed(1)} us in ${large.items}, ratio ${ratio.toFixed(2)} of at most ${most}`,
        isKept: ratio <= most,
      }
    })
    const areKept = results.every(({ isKept }) => isKept)
    return [...results.map(({ text }) => text), `limits: ${areKept ? 'kept' : 'BROKEN'}`].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
