import { quote } from '../../../diagnostics/quote.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import type { ResourceIndex } from '../../../graph/resource/resource-index.js'
import type { Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, parentOf, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** The roles of promotable clones. */
const hasRole = /^(promoted|master|unpromoted|slave)$/i

interface Parameters {
  readonly attribute: string
  readonly role: string
  readonly id: string
  readonly does: string
}

/** A role of a resource that has none: the constraint never applies. */
export const rule = defineRule<Parameters>({
  code: 'role-without-effect',
  severity: 'warning',
  message: ({ attribute, role, id, does }) =>
    `${attribute} ${quote(role)}: ${quote(id)} is not promotable and never has that role, so ${does}`,
  hint: ({ attribute }, language) =>
    `remove ${language === 'dsl' ? attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) : attribute}`,
  visit: {
    rsc_colocation: (place, context) => {
      find(place, context, 'rsc', 'rsc-role', 'the colocation has no effect')
      const { rsc, withRsc } = place.element
      find(place, context, 'with-rsc', 'with-rsc-role', effectOf(rsc, withRsc, context.facts.index))
    },
    resource_set: (place, { facts: { index }, report }) => {
      const { role, resourceRefs } = place.element
      if (role === undefined || !hasRole.test(role) || parentOf(place, 'rsc_colocation') === undefined) return
      const entries = resourceRefs.map(({ id }) => index.resolve(id))
      const entry = entries.find((member) => member !== undefined)
      if (entry === undefined || entries.some((member) => member === undefined || member.promotable)) return
      const does = 'the colocation does not apply to the set'
      report({ place, attribute: 'role' }, { attribute: 'role', role, id: entry.id, does })
    },
    rsc_location: (place, context) => {
      if (/^(promoted|master)$/i.test(place.element.role ?? ''))
        find(place, context, 'rsc', 'role', 'the location has no effect')
    },
  },
})

function find(
  place: Place,
  { facts: { index }, report }: RuleContext<Parameters>,
  reference: string,
  attribute: string,
  does: string,
): void {
  const role = attributeOf(place.element, attribute)
  if (role === undefined || !hasRole.test(role)) return
  const entry = index.resolve(attributeOf(place.element, reference))
  if (entry === undefined || entry.promotable) return
  report({ place, attribute }, { attribute, role, id: entry.id, does })
}

/** With a clone that has no roles Pacemaker places a single resource all the same. */
function effectOf(rsc: string | undefined, withRsc: string | undefined, index: ResourceIndex): string {
  const dependent = index.resolve(rsc)
  const primary = index.resolve(withRsc)
  if (primary === undefined || !runsOnSeveralNodes(primary)) return 'the colocation has no effect'
  return dependent !== undefined && runsOnSeveralNodes(dependent)
    ? 'Pacemaker 2.1 and later does not place the instances by each other'
    : 'Pacemaker does not look at the role'
}

export const docs: RuleDocs = {
  about: 'A colocation or location names a role of a resource that is not promotable.',
  why: 'The constraint applies while the resource has that role, which it never has: the resource runs anywhere. It happens where the role is written on the wrong side.',
  source: 'MicrosoftDocs/sql-docs issue 6791',
  pacemaker: {
    does: 'does not apply the constraint, without a word; a single resource with a clone it places as if there were no role',
    versions: '2.0.5 to 3.0.0',
  },
  wrong: `cluster({
  resources: [
    promotable(ocf.linbit.drbd('data', { drbd_resource: 'r0' })),
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
  ],
  constraints: [colocation('vip', 'data-clone', { rscRole: 'Promoted', withRscRole: 'Promoted' })],
})`,
  right: `cluster({
  resources: [
    promotable(ocf.linbit.drbd('data', { drbd_resource: 'r0' })),
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
  ],
  constraints: [colocation('vip', 'data-clone', { withRscRole: 'Promoted' })],
})`,
  fix: 'pcs constraint delete colocation-vip-data-clone-INFINITY; pcs constraint colocation add vip with Promoted data-clone INFINITY',
}
