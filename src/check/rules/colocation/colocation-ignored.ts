import { quote, quoteAll } from '../../../diagnostics/quote.js'
import type { ColocationLink } from '../../../graph/resource/colocation-links.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { colocationCycles } from './cycles.js'
import { groupEnds, splitsOf } from './splits.js'

interface Parameters {
  /** The ids of the constraints. */
  readonly constraints: readonly string[]
  /** The ids of groups that contradict them. */
  readonly groups?: readonly string[]
  readonly resources: readonly string[]
  readonly isContradiction: boolean
}

/** Colocations of which Pacemaker ignores one, since it places a resource before the one that it depends on. */
export const rule = defineRule<Parameters>({
  code: 'colocation-ignored',
  severity: 'warning',
  message: ({ constraints, groups = [], resources: [one = '', ...others], isContradiction }) => {
    if (others.length === 0) return `${quote(one)} is placed with itself: the colocation has no effect`
    const which = `${constraints.length === 1 ? 'colocation' : 'colocations'} ${quoteAll(constraints)}`
    const and = groups.map((id) => ` and group ${quote(id)}`).join('')
    const ignored = 'Pacemaker places one of the resources first and ignores what that one depends on'
    return isContradiction
      ? `${which}${and} contradict each other: ${ignored}`
      : `${which} form a cycle: ${ignored}, so that it also runs where the others cannot`
  },
  hint: ({ constraints, resources, isContradiction }) => {
    if (resources.length === 1) return 'remove it'
    return isContradiction
      ? `remove ${constraints.length === 1 ? '' : 'one of '}${quoteAll(constraints)}`
      : 'remove one: that of the resource which may run without the others'
  },
  check: ({ cluster, facts, report }) => {
    const at = ({ constraint }: ColocationLink) =>
      constraint.id === undefined ? undefined : placeOfId(cluster, constraint.id)
    const cycles = colocationCycles(facts.links())
    const known = new Set(cycles.flatMap((cycle) => cycle.map(({ constraint }) => constraint.id)))
    for (const { separating, constraints, groups } of splitsOf(facts.links(), groupEnds(cluster))) {
      const place = at(separating)
      if (place === undefined || known.has(separating.constraint.id)) continue
      for (const id of constraints) known.add(id)
      const resources = [separating.dependent.id, separating.primary.id]
      report(place, { constraints, groups, resources, isContradiction: true })
    }
    for (const cycle of cycles) {
      const place = at(cycle[0] as ColocationLink)
      if (place === undefined) continue
      const constraints = [...new Set(cycle.map(({ constraint }) => constraint.id ?? ''))]
      const resources = cycle.map(({ dependent }) => dependent.id)
      const isContradiction = cycle.length === 2 && cycle.some(({ score }) => score < 0)
      report(place, { constraints, resources, isContradiction })
    }
  },
  visit: {
    rsc_colocation: (place, { cluster, facts: { index }, report }) => {
      const { rsc, withRsc, id = '' } = place.element
      const [entry, other] = [index.resolve(rsc), index.resolve(withRsc)]
      if (entry === undefined || other === undefined) return
      const ends = groupEnds(cluster)
      if (ends.first(entry) !== ends.last(other)) return
      report(place, { constraints: [id], resources: [entry.id], isContradiction: false })
    },
  },
})

export const docs: RuleDocs = {
  about:
    'Two colocations contradict each other or a group, or several form a cycle, or one names the same resource twice.',
  why: 'Pacemaker places resources one after another, each by where those run that it depends on. In a cycle one of them must come first, and its colocation is ignored without a word: two resources that must never meet run on one node, or one runs where it should not without the other.',
  source: 'crm_simulate 2.1.5: a with b INFINITY and b with a -INFINITY, both run on one node',
  wrong: `cluster({
  resources: [systemd('a'), systemd('b')],
  constraints: [colocation('a', 'b'), colocation('b', 'a', { score: '-INFINITY' })],
})`,
  right: `cluster({
  resources: [systemd('a'), systemd('b')],
  constraints: [colocation('b', 'a', { score: '-INFINITY' })],
})`,
  fix: 'pcs constraint delete colocation-a-b-INFINITY',
}
