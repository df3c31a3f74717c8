import { quote, quoteAll } from '../../../diagnostics/quote.js'
import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import type { Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly id: string
  readonly kind: 'tag' | 'template'
  /** The members that are no resources; none where there are no members at all. */
  readonly unknown: readonly string[]
}

/** A constraint that names a tag or template without resources. */
export const rule = defineRule<Parameters>({
  code: 'constraint-reference',
  severity: 'error',
  message: ({ id, kind, unknown }) =>
    unknown.length === 0
      ? `the ${kind} ${quote(id)} contains no resource: Pacemaker ignores the constraint`
      : `the ${kind} ${quote(id)} contains ${quoteAll(unknown)}, which ${
          unknown.length === 1 ? 'is no resource' : 'are no resources'
        } that a constraint can name: Pacemaker ignores the constraint`,
  hint: ({ id, unknown }) =>
    unknown.length === 0
      ? 'name a resource, or remove the constraint'
      : `remove ${quoteAll(unknown)} from ${quote(id)}, or name the resources one by one`,
  visit: {
    rsc_order: (place, context) => check(place, ['first', 'then'], context),
    rsc_colocation: (place, context) => check(place, ['rsc', 'with-rsc'], context),
    rsc_location: (place, context) => check(place, ['rsc'], context),
    rsc_ticket: (place, context) => check(place, ['rsc'], context),
    resource_ref: (place, context) => check(place, ['id'], context),
  },
})

function check(place: Place, attributes: readonly string[], context: RuleContext<Parameters>): void {
  const { index } = context.facts
  const kinds = kindsIn(context.cluster)
  for (const attribute of attributes) {
    const id = attributeOf(place.element, attribute)
    const kind = id === undefined || index.get(id) !== undefined ? undefined : kinds.get(id)
    if (id === undefined || kind === undefined) continue
    const members = index.membersOf(id) ?? []
    const unknown = members.filter((member) => index.resolve(member) === undefined)
    if (members.length === 0 || unknown.length > 0) {
      context.report({ place, attribute }, { id, kind, unknown: unknown.slice(0, 3) })
    }
  }
}

/** What each id of a tag or template is. */
const kindsIn = memoizePerCluster(({ configuration }): ReadonlyMap<string, 'tag' | 'template'> => {
  const templates = (configuration.resources?.items ?? []).filter(({ element }) => element === 'template')
  return new Map([
    ...templates.map(({ id }) => [id, 'template'] as const),
    ...(configuration.tags?.items ?? []).map(({ id = '' }) => [id, 'tag'] as const),
  ])
})

export const docs: RuleDocs = {
  about: 'A constraint names a tag or template without resources, or a tag with a member that is none.',
  why: 'Pacemaker replaces the name by its resources; where one of them cannot be found it leaves the whole constraint out.',
  source: 'Pacemaker Explained, tags and templates in constraints',
  pacemaker: { does: 'ignores the constraint', versions: '1.1.18 and later' },
  wrong: `cluster({
  resources: [systemd('db'), systemd('web')],
  tags: [tag('backend', ['db-monitor-interval-60s'])],
  constraints: [order('backend', 'web')],
})`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  tags: [tag('backend', ['db'])],
  constraints: [order('backend', 'web')],
})`,
  fix: 'pcs tag update backend remove db-monitor-interval-60s',
}
