import { quote, quoteAll } from '../../../diagnostics/quote.js'
import type { ColocationLink } from '../../../graph/resource/colocation-links.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { colocationCycles } from './cycles.js'

interface Parameters {
  /** The ids of the constraints, or one resource that is placed with itself. */
  readonly constraints: readonly string[]
  readonly resources: readonly string[]
  readonly isContradiction: boolean
}

/** Colocations of which Pacemaker ignores one, since it places a resource before the one that it depends on. */
export const rule = defineRule<Parameters>({
  code: 'colocation-ignored',
  severity: 'warning',
  message: ({ constraints, resources: [one = '', ...others], isContradiction }) => {
    if (others.length === 0) return `${quote(one)} is placed with itself: the colocation has no effect`
    const which = quoteAll(constraints)
    const ignored = 'Pacemaker places one of the resources first and ignores what that one depends on'
    return isContradiction
      ? `colocations ${which} contradict each other: ${ignored}`
      : `colocations ${which} form a cycle: ${ignored}, so that it also runs where the others cannot`
  },
  hint: ({ constraints, resources, isContradiction }) => {
    if (resources.length === 1) return 'remove it'
    return isContradiction
      ? `remove one of ${quoteAll(constraints)}`
      : 'remove one: that of the resource which may run without the others'
  },
  check: ({ cluster, facts, report }) => {
    const at = ({ constraint }: ColocationLink) =>
      constraint.id === undefined ? undefined : placeOfId(cluster, constraint.id)
    for (const cycle of colocationCycles(facts.links())) {
      const place = at(cycle[0] as ColocationLink)
      if (place === undefined) continue
      const constraints = [...new Set(cycle.map(({ constraint }) => constraint.id ?? ''))]
      const resources = cycle.map(({ dependent }) => dependent.id)
      const isContradiction = cycle.length === 2 && cycle.some(({ score }) => score < 0)
      report(place, { constraints, resources, isContradiction })
    }
  },
  visit: {
    rsc_colocation: (place, { facts: { index }, report }) => {
      const { rsc, withRsc, id = '' } = place.element
      const entry = index.resolve(rsc)
      if (entry === undefined || entry !== index.resolve(withRsc)) return
      report(place, { constraints: [id], resources: [entry.id], isContradiction: false })
    },
  },
})

export const docs: RuleDocs = {
  about:
    'Two colocations contradict each other, or several form a cycle, or one names the same resource twice.',
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
