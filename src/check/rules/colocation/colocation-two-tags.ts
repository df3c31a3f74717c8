import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A colocation of a tag with a tag. */
export const rule = defineRule<{ rsc: string; withRsc: string }>({
  code: 'colocation-two-tags',
  severity: 'error',
  message: ({ rsc, withRsc }) =>
    `${quote(rsc)} and ${quote(withRsc)} are both tags or templates: Pacemaker ignores the colocation`,
  hint: () => 'name the resources in two resource sets, or each pair in a colocation of its own',
  visit: {
    rsc_colocation: (place, { facts: { index }, report }) => {
      const { rsc, withRsc, resourceSets } = place.element
      if (rsc === undefined || withRsc === undefined || resourceSets.length > 0) return
      const isTag = (id: string) => index.get(id) === undefined && index.membersOf(id) !== undefined
      if (isTag(rsc) && isTag(withRsc)) report(place, { rsc, withRsc })
    },
  },
})

export const docs: RuleDocs = {
  about: 'Both sides of a colocation are tags or templates.',
  why: 'Pacemaker can replace only one of them by its resources. It leaves the constraint out, and the resources run anywhere.',
  source: 'Pacemaker Explained, tags in constraints',
  pacemaker: { does: 'logs an error and ignores the constraint', versions: '2.0.4 and later' },
  wrong: `cluster({
  resources: [systemd('db'), systemd('cache'), systemd('web'), systemd('api')],
  tags: [tag('back', ['db', 'cache']), tag('front', ['web', 'api'])],
  constraints: [colocation('front', 'back')],
})`,
  right: `cluster({
  resources: [systemd('db'), systemd('cache'), systemd('web'), systemd('api')],
  constraints: [
    colocationSets([
      { resources: ['web', 'api'], sequential: false },
      { resources: ['db', 'cache'], sequential: false },
    ]),
  ],
})`,
  fix: 'pcs constraint colocation set web api sequential=false set db cache sequential=false setoptions score=INFINITY',
}
