import { quote } from '../../../diagnostics/quote.js'
import type { Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly attribute: string
  readonly role: string
  readonly id: string
  readonly constraint: string
}

/** A role of a resource that has none: the constraint never applies. */
export const rule = defineRule<Parameters>({
  code: 'role-without-effect',
  severity: 'warning',
  message: ({ attribute, role, id, constraint }) =>
    `${attribute} ${quote(role)}: ${quote(id)} is not promotable and never has that role, so the ${constraint} has no effect`,
  hint: ({ attribute }, language) =>
    `remove ${language === 'dsl' ? attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) : attribute}`,
  visit: {
    rsc_colocation: (place, context) => {
      find(place, context, 'rsc', 'rsc-role', 'colocation')
      find(place, context, 'with-rsc', 'with-rsc-role', 'colocation')
    },
    rsc_location: (place, context) => {
      if (/^(promoted|master)$/i.test(place.element.role ?? ''))
        find(place, context, 'rsc', 'role', 'location')
    },
  },
})

function find(
  place: Place,
  { facts: { index }, report }: RuleContext<Parameters>,
  reference: string,
  attribute: string,
  constraint: string,
): void {
  const role = attributeOf(place.element, attribute)
  if (role === undefined || !/^(promoted|master|unpromoted|slave)$/i.test(role)) return
  const entry = index.resolve(attributeOf(place.element, reference))
  if (entry === undefined || entry.promotable) return
  report({ place, attribute }, { attribute, role, id: entry.id, constraint })
}

export const docs: RuleDocs = {
  about: 'A colocation or location names a role of a resource that is not promotable.',
  why: 'The constraint applies while the resource has that role, which it never has: the resource runs anywhere. It happens where the role is written on the wrong side.',
  source: 'MicrosoftDocs/sql-docs issue 6791',
  pacemaker: { does: 'does not apply the constraint, without a word', versions: '1.1.18 and later' },
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
