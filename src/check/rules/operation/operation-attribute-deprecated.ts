import { quote } from '../../../diagnostics/quote.js'
import { isOperationMeta } from '../../lookup/operation-settings.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

const deprecated: readonly string[] = ['role_after_failure']

/** An attribute of operations that is gone, or will be. */
export const rule = defineRule<{ name: string }>({
  code: 'operation-attribute-deprecated',
  severity: 'warning',
  message: ({ name }) => `${quote(name)} is deprecated: Pacemaker 3 does not read it`,
  hint: () => 'write on-fail instead',
  visit: {
    op: (place, { report }) => {
      for (const [name] of place.element.extra?.attributes ?? [])
        if (deprecated.includes(name)) report(place, { name })
    },
    nvpair: (place, { report }) => {
      const { name = '' } = place.element
      if (deprecated.includes(name) && isOperationMeta(place)) report(place, { name })
    },
  },
})

export const docs: RuleDocs = {
  about: 'An operation has the attribute role_after_failure.',
  why: 'After an upgrade to Pacemaker 3 a failure has other consequences.',
  source: 'Pacemaker, release notes of 2.0.0 and 3.0.0',
  pacemaker: { does: 'uses it with a warning in 2.x, ignores it in 3.x', versions: '2.0.0 and later' },
  wrong: `cluster({
  resources: [systemd('web', { operations: { monitor: { metaAttributes: { role_after_failure: 'Stopped' } } } })],
})`,
  right: `cluster({ resources: [systemd('web', { operations: { monitor: { onFail: 'stop' } } })] })`,
  fix: 'pcs resource update web op monitor on-fail=stop',
}
