import { quote } from '../../../diagnostics/quote.js'
import type { Cluster, Op, Place } from '../../../model/index.js'
import { durationMs } from '../../../options/values.js'
import { attributePlace, operationDefault, operationValue } from '../../lookup/operation-settings.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

const notForStop: readonly string[] = ['standby', 'demote', 'stop']

/** on-fail with a word that this operation cannot have. */
export const rule = defineRule<{ name: string | undefined; value: string }>({
  code: 'on-fail-not-allowed',
  severity: 'error',
  message: ({ name, value }) =>
    name === undefined
      ? `on-fail ${quote(value)} in op_defaults is for stop too, where it is not allowed: ${
          value === 'demote'
            ? 'the scheduler of Pacemaker aborts on it, and nothing is decided any more'
            : 'Pacemaker does what it does by default, which is to fence the node, or to block the resource where fencing is off'
        }`
      : `on-fail ${quote(value)} is not allowed on operation ${quote(name)}: Pacemaker does what it does by default, ${
          name === 'stop'
            ? 'which is to fence the node, or to block the resource where fencing is off'
            : 'which is to restart the resource'
        }`,
  hint: ({ name, value }) => {
    if (name === undefined && value !== 'demote') return 'write it on the operations that are meant'
    return name === 'stop'
      ? 'write fence, block or ignore'
      : 'write it on promote, or on a monitor of role Promoted'
  },
  visit: {
    op: (place, { cluster, report }) => {
      const value = operationValue(place.element, 'on-fail', cluster)?.toLowerCase()
      if (value === undefined) return
      const { name = '' } = place.element
      const isWrong =
        name === 'stop'
          ? notForStop.includes(value)
          : value === 'demote' && !canDemote(place.element, cluster)
      if (isWrong) report(attributePlace(place, 'on-fail'), { name, value })
    },
    nvpair: (place, { report }) => {
      const value = operationDefault(place, 'on-fail')?.toLowerCase()
      if (value !== undefined && notForStop.includes(value) && !hasRule(place))
        report({ place, attribute: 'value' }, { name: undefined, value })
    },
  },
})

/** True in a set with a rule, which may leave stop out. */
function hasRule(place: Place): boolean {
  return parentOf(place, 'meta_attributes')?.rule !== undefined
}

function canDemote(op: Op, cluster: Cluster): boolean {
  if (op.name === 'promote') return true
  const isRecurring = (durationMs(op.interval ?? '0') ?? 0) > 0
  return (
    op.name === 'monitor' &&
    isRecurring &&
    /^(promoted|master)$/i.test(operationValue(op, 'role', cluster) ?? '')
  )
}

export const docs: RuleDocs = {
  about: 'An operation has an on-fail that is not allowed for it.',
  why: 'A resource that fails to stop cannot be stopped, so stop is no answer to it; and only what is promoted can be demoted. The default happens instead, and for stop that is fencing.',
  source: 'Pacemaker Explained, operation properties, on-fail; seen in a test of hawk',
  pacemaker: {
    does: 'logs an error and uses the default of the action',
    versions: 'all; demote since 2.0.5',
  },
  wrong: `cluster({ resources: [systemd('web', { operations: { stop: { onFail: 'stop' } } })] })`,
  right: `cluster({ resources: [systemd('web', { operations: { stop: { onFail: 'block' } } })] })`,
  fix: 'pcs resource update web op stop on-fail=block',
}
