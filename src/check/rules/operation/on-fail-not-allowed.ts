import { quote } from '../../../diagnostics/quote.js'
import type { Op } from '../../../model/index.js'
import { durationMs } from '../../../options/values.js'
import { attributePlace, operationValue } from '../../lookup/operation-settings.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** on-fail with a word that this operation cannot have. */
export const rule = defineRule<{ name: string; value: string }>({
  code: 'on-fail-not-allowed',
  severity: 'error',
  message: ({ name, value }) =>
    `on-fail ${quote(value)} is not allowed on operation ${quote(name)}: Pacemaker does what it does by default, ${
      name === 'stop'
        ? 'which is to fence the node, or to block the resource where fencing is off'
        : 'which is to restart the resource'
    }`,
  hint: ({ name }) =>
    name === 'stop'
      ? 'write fence, block or ignore'
      : 'write it on promote, or on a monitor of role Promoted',
  visit: {
    op: (place, { report }) => {
      const value = operationValue(place.element, 'on-fail')?.toLowerCase()
      if (value === undefined) return
      const { name = '' } = place.element
      const isWrong =
        name === 'stop'
          ? ['standby', 'demote', 'stop'].includes(value)
          : value === 'demote' && !canDemote(place.element)
      if (isWrong) report(attributePlace(place, 'on-fail'), { name, value })
    },
  },
})

function canDemote(op: Op): boolean {
  if (op.name === 'promote') return true
  const isRecurring = (durationMs(op.interval ?? '0') ?? 0) > 0
  return op.name === 'monitor' && isRecurring && /^(promoted|master)$/i.test(operationValue(op, 'role') ?? '')
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
