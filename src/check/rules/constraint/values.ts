import type { Severity } from '../../../diagnostics/entry.js'
import type { ElementName } from '../../../model/index.js'
import { booleanOf } from '../../../model/index.js'
import { isScore } from '../../../options/values.js'

/** What an attribute may be, and what Pacemaker does with anything else. */
export interface Domain {
  readonly attribute: string
  readonly accepts: (text: string) => boolean
  /** The words to choose from, or what the text must be. */
  readonly expected: readonly string[] | string
  readonly does: string
  readonly severity?: Severity
  /** True where the schema allows more than Pacemaker reads. */
  readonly beyondSchema?: boolean
}

const roles = ['Started', 'Promoted', 'Unpromoted', 'Stopped']

function oneOf(
  attribute: string,
  expected: readonly string[],
  does: string,
  others: readonly string[] = [],
): Domain {
  const known = new Set([...expected, ...others].map((word) => word.toLowerCase()))
  return { attribute, expected, does, accepts: (text) => known.has(text.toLowerCase()) }
}

function role(attribute: string, does: string): Domain {
  return oneOf(attribute, roles, does, ['Master', 'Slave'])
}

function score(does: string): Domain {
  return { attribute: 'score', accepts: isScore, expected: 'an integer, INFINITY or -INFINITY', does }
}

function boolean(attribute: string, does: string, severity: Severity = 'warning'): Domain {
  return {
    attribute,
    accepts: (text) => booleanOf(text) !== undefined,
    expected: 'true or false',
    does,
    severity,
  }
}

const kinds = ['Mandatory', 'Optional', 'Serialize']
const actions = ['start', 'stop', 'promote', 'demote']
const noRole = 'Pacemaker 2 goes on without the role, 3 ignores the constraint'
const noScore = 'Pacemaker 2 reads 0, which has no effect, and 3 ignores it'
const noAction = 'no such action is ever run, and the order has no inverse'

/** The attributes of constraints that have a fixed set of values. */
export const domains: { readonly [Name in ElementName]?: readonly Domain[] } = {
  rsc_order: [
    oneOf('kind', kinds, 'Pacemaker takes the order as Mandatory'),
    oneOf('first-action', actions, noAction),
    oneOf('then-action', actions, noAction),
    { ...score('Pacemaker reads 0, which means Optional'), severity: 'warning' },
    boolean('symmetrical', 'Pacemaker takes the order as symmetrical'),
    boolean('require-all', 'Pacemaker takes it as true'),
  ],
  rsc_colocation: [
    role('rsc-role', noRole),
    role('with-rsc-role', noRole),
    score(noScore),
    {
      ...boolean('influence', 'Pacemaker asks the meta attribute critical of the dependent instead', 'error'),
      beyondSchema: true,
    },
  ],
  rsc_location: [
    role('role', 'Pacemaker 2 applies the score to every role, 3 ignores the constraint'),
    score(noScore),
    oneOf('resource-discovery', ['always', 'never', 'exclusive'], 'Pacemaker takes it as always'),
  ],
  rsc_ticket: [
    role('rsc-role', noRole),
    oneOf(
      'loss-policy',
      ['stop', 'demote', 'fence', 'freeze'],
      'Pacemaker stops the resource, or demotes it where the constraint names the promoted role',
    ),
  ],
  resource_set: [
    role('role', noRole),
    score(noScore),
    oneOf('kind', kinds, 'Pacemaker takes the set as Mandatory'),
    oneOf('action', actions, noAction),
    boolean('sequential', 'Pacemaker takes it as true'),
    boolean('require-all', 'Pacemaker takes it as true'),
  ],
}
