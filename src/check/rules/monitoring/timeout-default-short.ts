import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { nvpairValue } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { durationMs } from '../../../options/values.js'
import { advisedTimeout } from '../../lookup/advised-timeout.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** Operations whose default timeout is far below the one that the agent advises. */
export const rule = defineRule<{
  id: string
  agent: string
  byDefault: string
  ops: readonly (readonly [string, number])[]
}>({
  code: 'timeout-default-short',
  severity: 'info',
  message: ({ id, agent, byDefault, ops }) =>
    `operations of ${quote(id)} have the default timeout of ${byDefault}, shorter than ${agent} advises: ${ops
      .map(([op, advised]) => `${op} ${advised}s`)
      .join(', ')}`,
  hint: ({ id, ops }, language) =>
    language === 'dsl'
      ? `add operations: { ${ops.map(([op, advised]) => `${op}: { timeout: '${advised}s' }`).join(', ')} } to ${dslString(id)}`
      : `pcs resource update ${shellWord(id)} ${ops.map(([op, advised]) => `op ${op} interval=0s timeout=${advised}s`).join(' ')}`,
  check: ({ cluster, facts, report }) => {
    const defaults = nvpairValue(cluster.configuration.opDefaults?.items ?? [], 'timeout')
    const byDefault = defaults ?? facts.option('default-action-timeout') ?? '20s'
    const milliseconds = durationMs(byDefault)
    if (milliseconds === undefined) return
    for (const { id, agent, ops, entry } of servicesOf(cluster)) {
      if (ops.length === 0) continue
      const used = ['start', 'stop', ...(entry.promotable ? ['promote', 'demote'] : [])]
      const short = used.flatMap((op) => {
        const advised = advisedTimeout(agent, op) ?? 0
        const isGiven = ops.some(({ name, timeout }) => name === op && timeout !== undefined)
        return isGiven || advised * 1000 <= milliseconds ? [] : [[op, advised] as const]
      })
      if (short.length > 0) report(pathOfId(cluster, id), { id, agent, byDefault, ops: short })
    }
  },
})

export const docs: RuleDocs = {
  about:
    'A resource has operations, but none with the timeout that the agent advises for its start or stop, and the default is shorter.',
  why: 'Pacemaker does not read the advice of an agent: without a timeout in the CIB an operation has 20 seconds. DRBD wants 240 for its start and SAP HANA an hour. `pcs resource create` writes what the agent advises into the CIB; other tools and written CIBs leave it out.',
  source: 'Pacemaker Explained, operation properties (timeout); crmsh warns of default timeouts as well',
  wrong: `cluster({
  resources: [
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }, {
      operations: { monitor: { interval: '20s', timeout: '40s' } },
    }),
  ],
})`,
  right: `cluster({
  resources: [
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }, {
      operations: {
        start: { timeout: '60s' },
        stop: { timeout: '60s' },
        monitor: { interval: '20s', timeout: '40s' },
      },
    }),
  ],
})`,
  fix: 'pcs resource update fs op start interval=0s timeout=60s op stop interval=0s timeout=60s',
}
