/** toSource: time an order in a short and a long chain, and a rule in shallow and deep nesting. */
import { readCib, toSource } from '../../dist/index.js'

const tries = 5
const most = 2

function cibOf(resources, constraints) {
  return (
    '<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="0" num_updates="0"><configuration><crm_config/><nodes/>' +
    `<resources>${resources}</resources><constraints>${constraints}</constraints></configuration></cib>`
  )
}

/** Each primitive starts after the one before. */
function chain(count) {
  const ids = Array.from({ length: count }, (_, at) => `r${at}`)
  return cibOf(
    ids.map((id) => `<primitive id="${id}" class="ocf" provider="pacemaker" type="Dummy"/>`).join(''),
    ids
      .slice(1)
      .map((id, at) => `<rsc_order id="o${at}" first="r${at}" then="${id}"/>`)
      .join(''),
  )
}

/** Rules inside one another, which libxml2 reads 250 deep. */
function rules(count) {
  const nested = Array.from({ length: count }).reduce(
    (inside, _, at) => `<rule id="r${at}" boolean-op="and">${inside}</rule>`,
    '<expression id="e" attribute="a" operation="defined"/>',
  )
  return cibOf(
    '<primitive id="p" class="ocf" provider="pacemaker" type="Dummy"/>',
    `<rsc_location id="l" rsc="p">${nested}</rsc_location>`,
  )
}

/** The least milliseconds of CPU of a few tries, after one that warms up. */
function measure(cib) {
  const times = Array.from({ length: tries + 1 }, () => {
    const { output: cluster } = readCib(cib)
    const before = process.cpuUsage()
    if (toSource(cluster).output === undefined) throw new Error('no source')
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times.slice(1))
}

function compare(what, make, [small, large]) {
  const [few, many] = [measure(make(small)), measure(make(large))]
  const each = [few / small, many / large].map((milliseconds) => milliseconds * 1000)
  const ratio = each[1] / each[0]
  return {
    ratio,
    text: `source of ${large} ${what}: ${(many / 1000).toFixed(2)} s; each ${each[0].toFixed(0)} us at ${small}, ${each[1].toFixed(0)} us at ${large}, ratio ${ratio.toFixed(2)}`,
  }
}

/** The lines of the report; the last is whether the limits are kept. */
export function source() {
  const rows = [compare('chained orders', chain, [2000, 20_000]), compare('nested rules', rules, [25, 250])]
  return [
    ...rows.map(({ text }) => text),
    `limit (ratio ${most}): ${rows.every(({ ratio }) => ratio <= most) ? 'kept' : 'BROKEN'}`,
  ].join('\n')
}
